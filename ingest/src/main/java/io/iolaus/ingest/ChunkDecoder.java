package io.iolaus.ingest;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.Event;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.event.ReasonCode;
import io.iolaus.core.event.Redaction;
import io.iolaus.ingest.fold.FoldBatch;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.source.LineChunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Decodes the lines of chunks. For one thread.
final class ChunkDecoder {

  private final EventDecoder decoder;

  ChunkDecoder(EventDecoder decoder) {
    this.decoder = decoder;
  }

  /// Decodes a chunk of this source; its events go to the batch.
  DecodedChunk decode(String source, LineChunk chunk, FoldBatch events) {
    int accepted = 0;
    long exchanges = 0;
    List<DecodedChunk.Rejection> rejections = new ArrayList<>(0);
    Map<String, Long> unknownFields = new HashMap<>(0);
    long size = 0;
    for (int i = 0; i < chunk.lines(); i++) {
      size += chunk.ends()[i] - chunk.starts()[i] + 1;
      long line = chunk.firstLine() + i;
      long offset = chunk.offset() + chunk.starts()[i];
      switch (outcome(chunk, i)) {
        case Decoded.Accepted decoded -> {
          events.add(decoded.event(), line, offset);
          accepted++;
          if (decoded.event() instanceof Event.Exchange exchange) {
            exchanges += exchange.count();
          }
          decoded.unknownFields().forEach(name -> UnknownFields.add(unknownFields, name, 1));
        }
        case Decoded.Rejected rejected ->
            rejections.add(
                new DecodedChunk.Rejection(
                    rejected.code().id(),
                    DeadLetter.of(
                            source,
                            line,
                            offset,
                            rejected.field(),
                            rejected.code(),
                            rejected.detail(),
                            Redaction.excerpt(chunk.data(), chunk.starts()[i], chunk.ends()[i]))
                        .toJson()));
        case Decoded.Blank _ -> {}
      }
    }
    return new DecodedChunk(
        chunk.kind(), accepted, exchanges, rejections, unknownFields, chunk.end(), size);
  }

  private Decoded outcome(LineChunk chunk, int i) {
    return switch (chunk.kind()) {
      case LINES, UNTERMINATED -> decoder.decode(chunk.data(), chunk.starts()[i], chunk.ends()[i]);
      case TOO_LONG, TOO_LONG_AND_CUT ->
          new Decoded.Rejected(
              "",
              ReasonCode.LINE_TOO_LONG,
              "longer than " + EventDecoder.MAX_LINE_BYTES + " bytes");
      case BROKEN ->
          new Decoded.Rejected(
              "",
              ReasonCode.BROKEN_SOURCE,
              "the compressed data breaks off or is damaged; what came before is loaded");
    };
  }
}
