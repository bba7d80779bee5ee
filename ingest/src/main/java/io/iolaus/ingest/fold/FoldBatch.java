package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Events on their way into a fold, grouped by its partitions, so that each partition is entered
/// once for many events. For one thread; used again for every chunk of lines.
public final class FoldBatch {

  private static final int FIRST_CAPACITY = 256;
  private static final int NONE = -1;

  private @Nullable Event[] events = new @Nullable Event[FIRST_CAPACITY];
  private long[] places = new long[FIRST_CAPACITY];
  private long[] lines = new long[FIRST_CAPACITY];
  private long[] offsets = new long[FIRST_CAPACITY];
  // The next event of the same partition.
  private int[] next = new int[FIRST_CAPACITY];
  private final int[] first = new int[SegmentFold.PARTITIONS];
  private final int[] last = new int[SegmentFold.PARTITIONS];
  private int size;

  /// An empty batch.
  public FoldBatch() {
    Arrays.fill(first, NONE);
  }

  /// Adds an event.
  ///
  /// @param place where it stands among all events of the source; no two have the same
  /// @param line its line in the source, from 1
  /// @param offset where that line begins in the decompressed source
  public void add(Event event, long place, long line, long offset) {
    if (size == lines.length) {
      events = Arrays.copyOf(events, size * 2);
      places = Arrays.copyOf(places, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2);
      next = Arrays.copyOf(next, size * 2);
    }
    int partition = SegmentFold.partition(event);
    if (first[partition] == NONE) {
      first[partition] = size;
    } else {
      next[last[partition]] = size;
    }
    last[partition] = size;
    events[size] = event;
    places[size] = place;
    lines[size] = line;
    offsets[size] = offset;
    next[size++] = NONE;
  }

  /// Folds everything and is empty again.
  ///
  /// @param firstPlace the first place of the segment
  public void foldInto(SegmentFold fold, long firstPlace) {
    fold.addAll(this, firstPlace);
    clear();
  }

  /// Forgets everything.
  public void clear() {
    Arrays.fill(events, 0, size, null);
    Arrays.fill(first, NONE);
    size = 0;
  }

  int size() {
    return size;
  }

  /// Adds the events of one partition to it; returns about how many bytes of heap that took.
  long addTo(FoldPartition partition, int index, long firstPlace) {
    long bytes = 0;
    for (int i = first[index]; i != NONE; i = next[i]) {
      Event event = events[i];
      if (event != null) {
        bytes += partition.add(event, (int) (places[i] - firstPlace), lines[i], offsets[i]);
      }
    }
    return bytes;
  }
}
