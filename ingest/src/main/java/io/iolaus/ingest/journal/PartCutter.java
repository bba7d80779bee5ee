package io.iolaus.ingest.journal;

import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.FoldPartition;
import io.iolaus.ingest.fold.InstrumentFold;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.fold.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Cuts a fold into parts of bounded size. Entities come first: addresses are linked to the
/// networks that are there.
final class PartCutter {

  private static final int ENTITIES_PER_PART = 2000;

  private final long partBytes;
  private final List<Part> parts = new ArrayList<>();

  private PartCutter(long partBytes) {
    this.partBytes = partBytes;
  }

  static List<Part> cut(SegmentFold fold, long partBytes) {
    PartCutter cutter = new PartCutter(partBytes);
    cutter.cutEntities(fold);
    cutter.cutAccounts(fold);
    return cutter.parts;
  }

  /// All of a fold in one part.
  static Part whole(SegmentFold fold) {
    PartCutter cutter = new PartCutter(Long.MAX_VALUE);
    cutter.cutAccounts(fold);
    Part accounts =
        cutter.parts.isEmpty()
            ? new Part(List.of(), List.of(), Map.of(), Set.of())
            : cutter.parts.getFirst();
    return new Part(
        accounts.accounts(), entities(fold), accounts.instruments(), accounts.capabilities());
  }

  private static List<EntityFold> entities(SegmentFold fold) {
    List<EntityFold> entities = new ArrayList<>();
    fold.partitions().forEach(partition -> entities.addAll(partition.entities()));
    entities.sort(
        Comparator.comparing(EntityFold::kind).thenComparing(EntityFold::key, ByteOrder::compare));
    return entities;
  }

  private void cutEntities(SegmentFold fold) {
    List<EntityFold> entities = entities(fold);
    int from = 0;
    long bytes = 0;
    for (int to = 1; to <= entities.size(); to++) {
      bytes += textBytes(entities.get(to - 1));
      if (to - from == ENTITIES_PER_PART || bytes >= partBytes || to == entities.size()) {
        parts.add(new Part(List.of(), entities.subList(from, to), Map.of(), Set.of()));
        from = to;
        bytes = 0;
      }
    }
  }

  private static long textBytes(EntityFold entity) {
    return entity.facts().firstLines().keySet().stream()
        .mapToLong(fact -> 2L * fact.value().length())
        .sum();
  }

  /// A part may take the end of one partition and the beginning of the next: small segments are one
  /// part.
  private void cutAccounts(SegmentFold fold) {
    Map<String, InstrumentFold> instruments = new HashMap<>();
    Set<String> capabilities = new HashSet<>();
    List<AccountFold> pending = new ArrayList<>();
    long bytes = 0;
    for (FoldPartition partition : fold.partitions()) {
      capabilities.addAll(partition.capabilities());
      List<AccountFold> accounts = new ArrayList<>(partition.accounts());
      accounts.sort(Comparator.comparing(AccountFold::id, ByteOrder::compare));
      for (AccountFold account : accounts) {
        pending.add(account);
        bytes += account.bytes();
        putInstruments(account, partition, instruments);
        if (bytes >= partBytes) {
          addPart(pending, instruments, capabilities);
          bytes = 0;
        }
      }
    }
    addPart(pending, instruments, capabilities);
  }

  private static void putInstruments(
      AccountFold account, FoldPartition partition, Map<String, InstrumentFold> instruments) {
    for (Target target : account.edges().keySet()) {
      InstrumentFold said =
          target instanceof Target.Instrument ? partition.instruments().get(target.id()) : null;
      if (said != null) {
        // Two partitions may have heard of one instrument.
        InstrumentFold known = instruments.computeIfAbsent(target.id(), _ -> new InstrumentFold());
        said.facts().forEach(known::add);
      }
    }
  }

  private void addPart(
      List<AccountFold> pending,
      Map<String, InstrumentFold> instruments,
      Set<String> capabilities) {
    if (pending.isEmpty()) {
      return;
    }
    // Locked in this order.
    pending.sort(Comparator.comparing(AccountFold::id, ByteOrder::compare));
    parts.add(new Part(pending, List.of(), instruments, capabilities));
    pending.clear();
    instruments.clear();
    capabilities.clear();
  }
}
