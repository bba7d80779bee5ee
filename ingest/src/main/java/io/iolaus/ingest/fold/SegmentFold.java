package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import java.util.List;
import java.util.stream.Stream;

/// Folds the lines of one segment into partitions by account; lines about other entities go where
/// their own key leads.
///
/// Which partition something is in matters to nobody outside: it bounds what one thread folds and
/// one transaction writes.
public final class SegmentFold {

  /// How many partitions a fold has.
  public static final int PARTITIONS = 8;

  private final List<FoldPartition> partitions =
      Stream.generate(FoldPartition::new).limit(PARTITIONS).toList();
  private int lines;
  private long bytes;

  /// Adds an event.
  ///
  /// @param line its line in the source, from 1
  /// @param offset where that line begins in the decompressed source
  public void add(Event event, long line, long offset) {
    int ordinal = lines++;
    bytes += EntityFolder.bytes(event);
    switch (event) {
      case Event.Account e -> account(e.id(), e, LineTag.of(ordinal, true), line, offset);
      case Event.Verdict e -> account(e.account(), e, LineTag.of(ordinal, true), line, offset);
      case Event.Payment e -> account(e.account(), e, LineTag.of(ordinal, false), line, offset);
      case Event.Exchange e -> account(e.account(), e, LineTag.of(ordinal, false), line, offset);
      case Event.Identifier e -> account(e.account(), e, LineTag.of(ordinal, false), line, offset);
      case Event.Network e ->
          EntityFolder.add(
              entity(EntityFold.Kind.NETWORK, e.prefix()), e, LineTag.of(ordinal, true));
      case Event.Organization e ->
          EntityFolder.add(
              entity(EntityFold.Kind.ORGANIZATION, e.id()), e, LineTag.of(ordinal, true));
      case Event.Model e ->
          EntityFolder.add(entity(EntityFold.Kind.MODEL, e.id()), e, LineTag.of(ordinal, true));
      case Event.Claim e ->
          EntityFolder.add(
              entity(EntityFold.Kind.CLAIM, EntityFolder.claimId(e)), e, LineTag.of(ordinal, true));
    }
  }

  private void account(String account, Event event, int tag, long line, long offset) {
    bytes += partition(account).add(account, event, tag, line, offset);
  }

  private EntityFold entity(EntityFold.Kind kind, String key) {
    return partition(key).entity(kind, key);
  }

  private FoldPartition partition(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return partitions.get(hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PARTITIONS)));
  }

  /// The partitions, always {@link #PARTITIONS}.
  public List<FoldPartition> partitions() {
    return partitions;
  }

  /// How many lines were added.
  public int lines() {
    return lines;
  }

  /// About how many bytes of heap the fold takes.
  public long bytes() {
    return bytes;
  }
}
