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
import java.util.function.Consumer;

/// Cuts a fold into parts of bounded size. Entities come first: addresses are linked to the
/// networks that are there.
///
/// How it is cut depends on what the fold says alone, not on how much of it went through runs:
/// workers that fold the same lines cut them alike.
final class PartCutter {

  private static final int ENTITIES_PER_PART = 2000;

  private final SegmentFold fold;
  private final List<AccountRun> runs;
  private final long partBytes;
  private final Consumer<Part> parts;

  private PartCutter(
      SegmentFold fold, List<AccountRun> runs, long partBytes, Consumer<Part> parts) {
    this.fold = fold;
    this.runs = runs;
    this.partBytes = partBytes;
    this.parts = parts;
  }

  /// Gives the parts one after the other.
  ///
  /// Uses the accounts of the fold up, so that memory need not hold all of them merged.
  ///
  /// @param runs accounts that were taken out of the fold before
  static void cut(SegmentFold fold, List<AccountRun> runs, long partBytes, Consumer<Part> parts) {
    PartCutter cutter = new PartCutter(fold, runs, partBytes, parts);
    cutter.cutEntities();
    cutter.cutAccounts();
  }

  /// All of a fold in one part.
  static Part whole(SegmentFold fold) {
    List<EntityFold> entities = entities(fold);
    List<Part> accounts = new ArrayList<>();
    new PartCutter(fold, List.of(), Long.MAX_VALUE, accounts::add).cutAccounts();
    if (accounts.isEmpty()) {
      return new Part(List.of(), entities, Map.of(), Set.of());
    }
    Part part = accounts.getFirst();
    return new Part(part.accounts(), entities, part.instruments(), part.capabilities());
  }

  private static List<EntityFold> entities(SegmentFold fold) {
    List<EntityFold> entities = new ArrayList<>();
    fold.partitions().forEach(partition -> entities.addAll(partition.entities()));
    entities.sort(
        Comparator.comparing(EntityFold::kind).thenComparing(EntityFold::key, ByteOrder::compare));
    return entities;
  }

  private void cutEntities() {
    List<EntityFold> entities = entities(fold);
    int from = 0;
    long bytes = 0;
    for (int to = 1; to <= entities.size(); to++) {
      bytes += textBytes(entities.get(to - 1));
      if (to - from == ENTITIES_PER_PART || bytes >= partBytes || to == entities.size()) {
        parts.accept(new Part(List.of(), entities.subList(from, to), Map.of(), Set.of()));
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
  private void cutAccounts() {
    Map<String, InstrumentFold> instruments = new HashMap<>();
    Set<String> capabilities = new HashSet<>();
    List<AccountFold> pending = new ArrayList<>();
    long[] bytes = {0};
    Set<FoldPartition> seen = new HashSet<>(); // by identity
    MergeAhead.forEach(
        fold,
        runs,
        (partition, account) -> {
          if (seen.add(partition)) {
            capabilities.addAll(partition.capabilities());
          }
          pending.add(account);
          bytes[0] += account.bytes();
          putInstruments(account, partition, instruments);
          if (bytes[0] >= partBytes) {
            addPart(pending, instruments, capabilities);
            bytes[0] = 0;
          }
        });
    addPart(pending, instruments, capabilities);
  }

  private static void putInstruments(
      AccountFold account, FoldPartition partition, Map<String, InstrumentFold> instruments) {
    for (Target target : account.otherTargets()) {
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
    parts.accept(new Part(pending, List.of(), instruments, capabilities));
    pending.clear();
    instruments.clear();
    capabilities.clear();
  }
}
