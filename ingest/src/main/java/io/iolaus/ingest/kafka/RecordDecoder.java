package io.iolaus.ingest.kafka;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.event.Redaction;
import io.iolaus.ingest.reject.DeadLetter;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Decodes the lines in the values of records: one in each, or several with line feeds between. For
/// one thread.
///
/// In dead letters the offset of the record stands in the place of a line's number, and where the
/// line begins in the record's value in that of the byte offset.
final class RecordDecoder {

  private final EventDecoder decoder;

  RecordDecoder(EventDecoder decoder) {
    this.decoder = decoder;
  }

  /// @param source name of the partition, for dead letters
  RecordLines decode(String source, List<ConsumerRecord<byte[], byte[]>> records) {
    RecordLines out = new RecordLines();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      byte[] value = record.value();
      if (value == null) {
        continue; // A tombstone says nothing, like a blank line.
      }
      for (int from = 0; from < value.length; ) {
        int to = lineEnd(value, from);
        decode(source, record.offset(), value, from, to, out);
        from = to + 1;
      }
    }
    return out;
  }

  private static int lineEnd(byte[] value, int from) {
    int to = from;
    while (to < value.length && value[to] != '\n') {
      to++;
    }
    return to;
  }

  private void decode(String source, long record, byte[] value, int from, int to, RecordLines out) {
    switch (decoder.decode(value, from, to)) {
      case Decoded.Accepted accepted -> {
        out.lines().add(new RecordLines.Line(accepted.event(), record, from));
        accepted.unknownFields().forEach(name -> out.unknownFields().merge(name, 1L, Long::sum));
      }
      case Decoded.Rejected rejected ->
          out.rejections()
              .add(
                  new RecordLines.Rejection(
                      rejected.code().id(),
                      DeadLetter.of(
                              source,
                              record,
                              from,
                              rejected.field(),
                              rejected.code(),
                              rejected.detail(),
                              Redaction.excerpt(value, from, to))
                          .toJson()));
      case Decoded.Blank _ -> {}
    }
  }
}
