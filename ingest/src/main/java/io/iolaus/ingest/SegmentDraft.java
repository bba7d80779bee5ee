package io.iolaus.ingest;

import io.iolaus.core.event.Event;
import io.iolaus.ingest.fold.LineTag;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.LineChunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A segment as it grows: the fold of its lines and what is to be said about them.
final class SegmentDraft {

  private final SegmentFold fold = new SegmentFold();
  private final List<String> deadLetters = new ArrayList<>();
  private final Map<String, Long> rejections = new HashMap<>();
  private final Map<String, Long> unknownFields = new HashMap<>();
  private SourcePosition end;
  private long read;
  private long exchanges;
  private long letterBytes;
  private long tailBytes;

  /// @param start where the segment begins
  SegmentDraft(SourcePosition start) {
    end = start;
  }

  /// Folds a chunk in.
  void add(DecodedChunk chunk) {
    for (DecodedChunk.Line line : chunk.lines()) {
      fold.add(line.event(), line.line(), line.offset());
      if (line.event() instanceof Event.Exchange exchange) {
        exchanges += exchange.count();
      }
    }
    for (DecodedChunk.Rejection rejection : chunk.rejections()) {
      deadLetters.add(rejection.deadLetter());
      letterBytes += 2L * rejection.deadLetter().length();
      rejections.merge(rejection.code(), 1L, Long::sum);
    }
    UnknownFields.addAll(unknownFields, chunk.unknownFields());
    read += chunk.read();
    boolean brokenEnd =
        chunk.kind() == LineChunk.Kind.BROKEN
            || chunk.kind() == LineChunk.Kind.TOO_LONG_AND_CUT
            || (chunk.kind() == LineChunk.Kind.UNTERMINATED && chunk.lines().isEmpty());
    if (brokenEnd) {
      // Read again when the source was repaired, so the position stays before it.
      tailBytes = chunk.rejections().isEmpty() ? 0 : chunk.size();
    } else {
      end = chunk.end();
    }
  }

  /// Whether there is nothing in it, not even a position to move.
  boolean isEmpty(SourcePosition start) {
    return read == 0 && end.prefix().bytes() == start.prefix().bytes();
  }

  /// Whether it should be sealed.
  boolean isFull(long bytes) {
    return fold.bytes() + letterBytes >= bytes || fold.lines() >= LineTag.MAX_LINES / 2;
  }

  SegmentFold fold() {
    return fold;
  }

  List<String> deadLetters() {
    return deadLetters;
  }

  Map<String, Long> rejections() {
    return rejections;
  }

  Map<String, Long> unknownFields() {
    return unknownFields;
  }

  SourcePosition end() {
    return end;
  }

  long read() {
    return read;
  }

  long exchanges() {
    return exchanges;
  }

  long tailBytes() {
    return tailBytes;
  }
}
