package io.iolaus.ingest;

import io.iolaus.ingest.fold.LineTag;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.journal.AccountRun;
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
  private final List<AccountRun> runs = new ArrayList<>();
  private final Map<String, Long> rejections = new HashMap<>();
  private final Map<String, Long> unknownFields = new HashMap<>();
  private final long firstLine;
  private final int eventsPerLine;
  private SourcePosition end;
  private long read;
  private long exchanges;
  private long letterBytes;
  private long tailBytes;

  /// @param start where the segment begins
  /// @param eventsPerLine the most events that may be made of one line
  SegmentDraft(SourcePosition start, int eventsPerLine) {
    this.eventsPerLine = eventsPerLine;
    end = start;
    firstLine = start.newlines() + 1;
  }

  /// Takes in a chunk whose events are in the fold; chunks come in order.
  void add(DecodedChunk chunk) {
    exchanges += chunk.exchanges();
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
            || (chunk.kind() == LineChunk.Kind.UNTERMINATED && chunk.accepted() == 0);
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

  /// Whether it takes as much memory as it may, or has as many lines.
  boolean isFull(long bytes) {
    return fold.bytes() + letterBytes >= bytes || isTooLong();
  }

  /// How many times as much as there is would fit in besides, at most 1.
  double room(long bytes) {
    double size = Math.max(1, fold.bytes() + letterBytes);
    return Math.min(1, (bytes - size) / size);
  }

  private boolean isTooLong() {
    return (end.newlines() - firstLine) * eventsPerLine >= LineTag.MAX_LINES / 2;
  }

  /// Whether moving its accounts to disk is of use and allowed.
  ///
  /// @param most how many bytes there may be on disk
  boolean maySpill(long most) {
    long onDisk = runs.stream().mapToLong(AccountRun::bytes).sum();
    boolean mostlyAccounts = fold.accountBytes() > (fold.bytes() + letterBytes) / 2;
    return mostlyAccounts && onDisk < most && !isTooLong();
  }

  /// Adds a run of accounts that were in the fold.
  void add(AccountRun run) {
    runs.add(run);
  }

  List<AccountRun> runs() {
    return runs;
  }

  /// The first place of the segment in the source.
  long firstPlace() {
    return firstLine * eventsPerLine;
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
