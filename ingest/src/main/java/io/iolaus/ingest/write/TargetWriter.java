package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.InstrumentFold;
import io.iolaus.ingest.fold.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes the nodes that edges of accounts lead to, and counts their accounts.
///
/// Transactions that run at the same time lock shared nodes in the same order: by kind, then id.
public final class TargetWriter {

  /// By kind, then id in byte order.
  public static final Comparator<Target> ORDER =
      Comparator.<Target>comparingInt(TargetWriter::kind)
          .thenComparing(Target::id, ByteOrder::compare);

  private final PartContext context;
  private final Map<String, InstrumentFold> instrumentFacts;
  private final NetworkLinks networks;

  public TargetWriter(
      PartContext context, Map<String, InstrumentFold> instrumentFacts, NetworkLinks networks) {
    this.context = context;
    this.instrumentFacts = instrumentFacts;
    this.networks = networks;
  }

  private static int kind(Target target) {
    return switch (target) {
      case Target.Instrument _ -> 0;
      case Target.Address _ -> 1;
      case Target.Identifier _ -> 2;
    };
  }

  /// Makes these nodes.
  ///
  /// @param newAccounts how many accounts are new to each, in {@link #ORDER}
  public void write(Map<Target, Long> newAccounts) {
    TreeMap<String, Map<String, Object>> instruments = new TreeMap<>(ByteOrder::compare);
    List<Map<String, Object>> addresses = new ArrayList<>();
    List<Map<String, Object>> identifiers = new ArrayList<>();
    newAccounts.forEach((target, count) -> {
      switch (target) {
        case Target.Instrument t -> instruments.put(t.id(), TargetRows.instrument(t, count));
        case Target.Address t -> addresses.add(TargetRows.address(t, count));
        case Target.Identifier t -> identifiers.add(TargetRows.identifier(t, count));
      }
    });
    // What is said again of an instrument may be new even where no account is.
    for (String id : instrumentFacts.keySet()) {
      instruments.computeIfAbsent(
          id, known -> TargetRows.instrument(TargetRows.instrument(known), 0L));
    }
    writeInstruments(List.copyOf(instruments.values()));
    networks.link(
        context.transaction(),
        context.transaction().runAll("address-merge", addresses).stream()
            .map(row -> row.text("id"))
            .toList());
    context.transaction().runAll("identifier-merge", identifiers);
  }

  private void writeInstruments(List<Map<String, Object>> rows) {
    List<Map<String, Object>> writes = new ArrayList<>();
    for (GraphRow row : context.transaction().runAll("instrument-merge", rows)) {
      InstrumentFold fold = instrumentFacts.get(row.text("id"));
      if (fold != null) {
        FactSet facts = FactSet.stored(row.texts("facts"));
        Optional<String> kind = facts.held("kind");
        fold.facts().forEach(facts::addLatest);
        Map<String, Object> properties = new HashMap<>();
        Properties.putHolding(properties, facts);
        if (row.number("others") > 0 && !facts.held("kind").equals(kind)) {
          properties.put("changed", context.recording().stamp());
        }
        writes.add(Map.of("id", row.text("id"), "properties", properties));
      }
    }
    context.transaction().runAll("instrument-write", writes);
  }
}
