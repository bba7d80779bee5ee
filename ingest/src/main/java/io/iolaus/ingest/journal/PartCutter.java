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
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Cuts a fold into parts of bounded size. Entities come first: addresses are linked to the networks
/// that are there.
final class PartCutter {

  private static final int ENTITIES_PER_PART = 2000;

  private final long partBytes;
  private final List<Part> parts = new ArrayList<>();

  private PartCutter(long partBytes) {
    this.partBytes = partBytes;
  }

  static List<Part> cut(SegmentFold fold, long partBytes) {
    PartCutter cutter = new PartCutter(partBytes);
    fold.partitions().forEach(cutter::cutEntities);
    fold.partitions().forEach(cutter::cutAccounts);
    return cutter.parts;
  }

  private void cutEntities(FoldPartition partition) {
    List<EntityFold> entities = new ArrayList<>(partition.entities());
    entities.sort(
        Comparator.comparing(EntityFold::kind)
            .thenComparing(EntityFold::key, ByteOrder::compare));
    for (int from = 0; from < entities.size(); from += ENTITIES_PER_PART) {
      int to = Math.min(entities.size(), from + ENTITIES_PER_PART);
      parts.add(
          new Part(parts.size(), List.of(), entities.subList(from, to), Map.of(), Set.of()));
    }
  }

  private void cutAccounts(FoldPartition partition) {
    List<AccountFold> accounts = new ArrayList<>(partition.accounts());
    accounts.sort(Comparator.comparing(AccountFold::id, ByteOrder::compare));
    int from = 0;
    long bytes = 0;
    for (int i = 0; i < accounts.size(); i++) {
      bytes += accounts.get(i).bytes();
      if (bytes >= partBytes || i == accounts.size() - 1) {
        addPart(accounts.subList(from, i + 1), partition);
        from = i + 1;
        bytes = 0;
      }
    }
  }

  private void addPart(List<AccountFold> accounts, FoldPartition partition) {
    Map<String, InstrumentFold> instruments = new HashMap<>();
    for (AccountFold account : accounts) {
      for (Target target : account.edges().keySet()) {
        InstrumentFold known =
            target instanceof Target.Instrument ? partition.instruments().get(target.id()) : null;
        if (known != null) {
          instruments.put(target.id(), known);
        }
      }
    }
    parts.add(
        new Part(parts.size(), accounts, List.of(), instruments, partition.capabilities()));
  }
}
