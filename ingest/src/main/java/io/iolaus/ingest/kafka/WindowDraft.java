package io.iolaus.ingest.kafka;

import io.iolaus.core.event.Event;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.journal.EncodedPart;
import io.iolaus.ingest.write.LiveWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A window as it grows: the fold of its lines and what is to be said about them.
final class WindowDraft {

  private final long start;
  private final SegmentFold fold = new SegmentFold();
  private final List<String> deadLetters = new ArrayList<>();
  private final Map<String, Long> rejections = new HashMap<>();
  private final Map<String, Long> unknownFields = new HashMap<>();
  private long end;
  private long since;
  private long lines;
  private long exchanges;
  private long letterBytes;

  /// @param start the record it begins at: where the graph will end by then
  WindowDraft(long start) {
    this.start = start;
    end = start;
  }

  /// Folds lines in.
  void add(RecordLines records) {
    for (RecordLines.Line line : records.lines()) {
      fold.add(line.event(), line.record(), line.at());
      if (line.event() instanceof Event.Exchange exchange) {
        exchanges += exchange.count();
      }
    }
    for (RecordLines.Rejection rejection : records.rejections()) {
      deadLetters.add(rejection.deadLetter());
      letterBytes += 2L * rejection.deadLetter().length();
      rejections.merge(rejection.code(), 1L, Long::sum);
    }
    records.unknownFields().forEach((name, count) -> unknownFields.merge(name, count, Long::sum));
    lines += records.lines().size() + records.rejections().size();
  }

  /// Everything before this record is in the window.
  void endAt(long record) {
    if (isEmpty()) {
      since = System.nanoTime();
    }
    end = record;
  }

  /// Whether there is nothing in it, not even a position to move.
  boolean isEmpty() {
    return end == start;
  }

  /// How long its first record has waited.
  Duration age() {
    return isEmpty() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
  }

  /// About how many bytes of heap it takes.
  long bytes() {
    return fold.bytes() + letterBytes;
  }

  /// The window as it goes to the graph.
  LiveWindow seal(String batch, String source) {
    return new LiveWindow(
        UUID.randomUUID().toString(), batch, source, start, end, EncodedPart.of(fold), deadLetters);
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }

  /// Lines, blank ones not counted.
  long lines() {
    return lines;
  }

  long rejected() {
    return deadLetters.size();
  }

  long exchanges() {
    return exchanges;
  }

  Map<String, Long> rejections() {
    return rejections;
  }

  Map<String, Long> unknownFields() {
    return unknownFields;
  }
}
