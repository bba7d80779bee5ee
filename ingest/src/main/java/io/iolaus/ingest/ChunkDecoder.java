package io.iolaus.ingest;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.Event;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.event.ReasonCode;
import io.iolaus.core.event.Redaction;
import io.iolaus.ingest.fold.FoldBatch;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.source.LineChunk;
import io.iolaus.ingest.source.RowTranslator;
import io.iolaus.ingest.source.RowTranslator.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Decodes the lines of chunks. For one thread.
final class ChunkDecoder {

  /// Where unknown fields are counted: rows that say nothing by their mapping.
  private static final String UNMAPPED = "(row that the mapping has no line for)";

  private final EventDecoder decoder;

  ChunkDecoder(EventDecoder decoder) {
    this.decoder = decoder;
  }

  /// Decodes a chunk of this source; its events go to the batch.
  DecodedChunk decode(String source, LineChunk chunk, FoldBatch events) {
    Result result = new Result(source, chunk, events);
    LineChunk.Rows rows = chunk.rows();
    for (int i = 0; i < chunk.lines(); i++) {
      result.size += chunk.ends()[i] - chunk.starts()[i] + 1;
      if (rows == null) {
        result.add(i, 0, outcome(chunk, i), "", chunk.data(), chunk.starts()[i], chunk.ends()[i]);
      } else {
        decodeRow(rows.translator(), result, i);
      }
    }
    return new DecodedChunk(
        chunk.kind(),
        result.accepted,
        result.exchanges,
        result.rejections,
        result.unknownFields,
        chunk.end(),
        result.size);
  }

  /// Each line that is made of a row counts for itself.
  private void decodeRow(RowTranslator translator, Result result, int i) {
    LineChunk chunk = result.chunk;
    byte[] nothing = new byte[0];
    switch (translator.translate(chunk.data(), chunk.starts()[i], chunk.ends()[i])) {
      case Row.Lines made -> {
        for (int k = 0; k < made.lines().size(); k++) {
          RowTranslator.EventLine line = made.lines().get(k);
          Decoded decoded = decoder.decode(line.json(), 0, line.json().length);
          String column =
              decoded instanceof Decoded.Rejected rejected ? line.column(rejected.field()) : "";
          result.add(i, k, decoded, column, line.json(), 0, line.json().length);
        }
        if (!made.lines().isEmpty()) {
          translator.unused().forEach(result::unknown);
        }
      }
      case Row.Unmapped _ -> result.unknown(UNMAPPED);
      case Row.Malformed bad ->
          result.add(i, 0, new Decoded.Rejected("", bad.code(), bad.detail()), "", nothing, 0, 0);
    }
  }

  /// A chunk as it is decoded.
  private static final class Result {

    private final String source;
    private final LineChunk chunk;
    private final FoldBatch events;
    private final List<DecodedChunk.Rejection> rejections = new ArrayList<>(0);
    private final Map<String, Long> unknownFields = new HashMap<>(0);
    private int accepted;
    private long exchanges;
    private long size;

    Result(String source, LineChunk chunk, FoldBatch events) {
      this.source = source;
      this.chunk = chunk;
      this.events = events;
    }

    void unknown(String name) {
      UnknownFields.add(unknownFields, name, 1);
    }

    /// Adds what became of a line.
    ///
    /// @param i which of the chunk it is, or is made of
    /// @param k which of those made of it
    /// @param place what else there is to say about where the fault is
    /// @param data holds the line in `[from, to)`
    void add(int i, int k, Decoded decoded, String place, byte[] data, int from, int to) {
      long line = chunk.line(i);
      long offset = chunk.offset() + chunk.starts()[i];
      switch (decoded) {
        case Decoded.Accepted known -> {
          events.add(known.event(), chunk.place(i, k), line, offset);
          accepted++;
          if (known.event() instanceof Event.Exchange exchange) {
            exchanges += exchange.count();
          }
          if (!known.unknownFields().isEmpty()) { // Nearly always, and no iterator is needed.
            known.unknownFields().forEach(this::unknown);
          }
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
                            rejected.detail() + place,
                            Redaction.excerpt(data, from, to))
                        .toJson()));
        case Decoded.Blank _ -> {}
      }
    }
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
