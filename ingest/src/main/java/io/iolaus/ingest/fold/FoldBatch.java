package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import io.iolaus.core.prompt.PromptSketch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Events on their way into a fold. They are folded account by account: what a fold holds of an
/// account lies all over the heap, and is fetched once for all its events instead of for each.
///
/// For one thread at a time; used again and again.
public final class FoldBatch {

  private static final int ORIGIN = 3;
  private static final int FIRST_CAPACITY = 256;
  // So many events are fetched together.
  private static final int TOGETHER = 16;
  // Accounts of one bucket are folded together: few, unless there are more accounts than buckets.
  private static final int BUCKET_BITS = 14;
  private static final int BUCKETS = 1 << BUCKET_BITS;

  private @Nullable Event[] events = new @Nullable Event[FIRST_CAPACITY];
  private int[] hashes = new int[FIRST_CAPACITY];
  // Place, line and offset of each.
  private long[] origins = new long[ORIGIN * FIRST_CAPACITY];
  private int[] order = new int[FIRST_CAPACITY];
  // Where each bucket ends in the order.
  private final int[] ends = new int[BUCKETS];
  private int size;

  // Of no meaning; without it nobody would need what is fetched.
  @SuppressWarnings("UnusedVariable")
  private long fetched;

  /// An empty batch.
  public FoldBatch() {}

  /// Adds an event.
  ///
  /// @param place where it stands among all events of the source; no two have the same
  /// @param line its line in the source, from 1
  /// @param offset where that line begins in the decompressed source
  public void add(Event event, long place, long line, long offset) {
    if (size == hashes.length) {
      events = Arrays.copyOf(events, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
      origins = Arrays.copyOf(origins, ORIGIN * size * 2);
      order = new int[size * 2];
    }
    events[size] = event;
    hashes[size] = SegmentFold.hash(event);
    int origin = ORIGIN * size++;
    origins[origin] = place;
    origins[origin + 1] = line;
    origins[origin + 2] = offset;
  }

  /// Folds everything and is empty again.
  ///
  /// @param firstPlace the first place of the segment
  public void foldInto(SegmentFold fold, long firstPlace) {
    if (size > 0) {
      sort();
      fold.addAll(this, firstPlace);
      clear();
    }
  }

  /// Orders the events by bucket, those of one bucket as they came (counting sort).
  private void sort() {
    Arrays.fill(ends, 0);
    for (int i = 0; i < size; i++) {
      ends[bucket(hashes[i])]++;
    }
    int sum = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int start = sum;
      sum += ends[bucket];
      ends[bucket] = start;
    }
    for (int i = 0; i < size; i++) {
      order[ends[bucket(hashes[i])]++] = i;
    }
  }

  private static int bucket(int hash) {
    return hash >>> (Integer.SIZE - BUCKET_BITS);
  }

  /// Forgets everything.
  public void clear() {
    Arrays.fill(events, 0, size, null);
    size = 0;
  }

  /// How many events there are.
  public int size() {
    return size;
  }

  /// Adds the events of one partition to it, in the order in which each account's were added here;
  /// returns about how many bytes of heap that took.
  long addTo(FoldPartition partition, int index, long firstPlace) {
    int buckets = BUCKETS / SegmentFold.PARTITIONS;
    int from = index == 0 ? 0 : ends[index * buckets - 1];
    int to = ends[(index + 1) * buckets - 1];
    long bytes = 0;
    for (int i = from; i < to; i++) {
      if ((i - from) % TOGETHER == 0) {
        fetch(i, Math.min(i + TOGETHER, to));
      }
      int at = order[i];
      Event event = events[at];
      if (event != null) {
        int origin = ORIGIN * at;
        int ordinal = (int) (origins[origin] - firstPlace);
        bytes += partition.add(event, ordinal, origins[origin + 1], origins[origin + 2]);
      }
    }
    return bytes;
  }

  /// Reads a little of some events: the processor waits for memory once for all of them, where it
  /// would for each if there were work on one between it and the next.
  private void fetch(int from, int to) {
    long read = 0;
    for (int i = from; i < to; i++) {
      int at = order[i];
      read += origins[ORIGIN * at];
      read += events[at] instanceof Event.Exchange exchange ? exchange.count() : 0;
    }
    for (int i = from; i < to; i++) {
      if (events[order[i]] instanceof Event.Exchange exchange) {
        PromptSketch prompt = exchange.prompt();
        read += prompt == null ? 0 : prompt.key();
      }
    }
    fetched = read;
  }
}
