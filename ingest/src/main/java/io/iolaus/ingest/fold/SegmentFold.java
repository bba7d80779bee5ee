package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Folds the lines of one segment into partitions by account; lines about other entities go where
/// their own key leads.
///
/// Which partition something is in matters to nobody outside: it bounds what one thread folds at a
/// time and one transaction writes. Several threads may add at once, in any order: tags say which
/// line came first.
public final class SegmentFold {

  /// How many partitions a fold has: so many that threads rarely meet in one.
  public static final int PARTITIONS = 64;

  private final List<FoldPartition> partitions =
      Stream.generate(FoldPartition::new).limit(PARTITIONS).toList();
  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  /// Adds an event; its tag is its place among the events added so.
  ///
  /// @param line its line in the source, from 1
  /// @param offset where that line begins in the decompressed source
  public void add(Event event, long line, long offset) {
    FoldPartition partition = partitions.get(partition(event));
    int ordinal = lines.getAndIncrement();
    synchronized (partition) {
      bytes.addAndGet(partition.add(event, ordinal, line, offset));
    }
  }

  /// Adds what a batch holds; tags are the events' places.
  ///
  /// @param firstPlace the first place of the segment
  void addAll(FoldBatch batch, long firstPlace) {
    lines.addAndGet(batch.size());
    // Each thread begins elsewhere, so that they do not follow each other from lock to lock.
    int start = (int) Thread.currentThread().threadId() * (PARTITIONS / 4 + 1);
    for (int i = 0; i < PARTITIONS; i++) {
      int index = (start + i) & (PARTITIONS - 1);
      FoldPartition partition = partitions.get(index);
      synchronized (partition) {
        bytes.addAndGet(batch.addTo(partition, index, firstPlace));
      }
    }
  }

  /// The partition an event belongs to.
  static int partition(Event event) {
    return hash(event) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PARTITIONS));
  }

  /// A hash of the account or other thing an event is about; its upper bits are the partition.
  static int hash(Event event) {
    String key =
        event instanceof Event.Exchange exchange
            ? exchange.account()
            : switch (event) {
              case Event.Account e -> e.id();
              case Event.Verdict e -> e.account();
              case Event.Payment e -> e.account();
              case Event.Exchange e -> e.account();
              case Event.Identifier e -> e.account();
              case Event.Network e -> e.prefix();
              case Event.Organization e -> e.id();
              case Event.Model e -> e.id();
              case Event.Claim e -> e.organization();
            };
    return key.hashCode() * 0x9E3779B9;
  }

  /// Takes the accounts out, by partition. What is said of other nodes stays. No thread may add at
  /// the same time.
  public List<Collection<AccountFold>> takeAccounts() {
    bytes.addAndGet(-accountBytes());
    return partitions.stream().map(FoldPartition::takeAccounts).toList();
  }

  /// About how many bytes of heap the accounts take: what taking them out would free.
  public long accountBytes() {
    return partitions.stream().mapToLong(FoldPartition::accountBytes).sum();
  }

  /// The partitions, always {@link #PARTITIONS}.
  public List<FoldPartition> partitions() {
    return partitions;
  }

  /// How many lines were added.
  public int lines() {
    return lines.get();
  }

  /// About how many bytes of heap the fold takes.
  public long bytes() {
    return bytes.get();
  }
}
