package io.iolaus.ingest.write;

import io.iolaus.core.address.IpRanges;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.InstrumentFold;
import io.iolaus.ingest.fold.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        case Target.Instrument t -> instruments.put(t.id(), instrument(t, count));
        case Target.Address t -> addresses.add(address(t, count));
        case Target.Identifier t -> identifiers.add(identifier(t, count));
      }
    });
    // What is said again of an instrument may be new even where no account is.
    for (String id : instrumentFacts.keySet()) {
      instruments.computeIfAbsent(id, TargetWriter::knownInstrument);
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
        fold.facts().forEach(facts::addLatest);
        Map<String, Object> properties = new HashMap<>();
        Properties.putHolding(properties, facts);
        writes.add(Map.of("id", row.text("id"), "properties", properties));
      }
    }
    context.transaction().runAll("instrument-write", writes);
  }

  private static Map<String, Object> knownInstrument(String id) {
    int colon = id.indexOf(':');
    String matchKey = id.substring(0, colon);
    return instrument(
        new Target.Instrument(id.substring(colon + 1), matchKey.equals("-") ? null : matchKey), 0L);
  }

  private static Map<String, Object> instrument(Target.Instrument target, long newAccounts) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", target.id());
    row.put("instrument", target.instrument());
    row.put("matchKey", target.matchKey());
    row.put("newAccounts", newAccounts);
    return row;
  }

  private static Map<String, Object> address(Target.Address target, long newAccounts) {
    String address = target.address();
    return Map.of(
        "id", address,
        "version", IpRanges.version(address),
        "prefix", IpRanges.neighbourhood(address),
        "evidence", IpRanges.isEvidence(address),
        "ordinal", Ordinals.of(address),
        "newAccounts", newAccounts);
  }

  private static Map<String, Object> identifier(Target.Identifier target, long newAccounts) {
    return Map.of(
        "id", target.id(),
        "kind", target.kind(),
        "value", target.value(),
        "keyed", target.keyed(),
        "newAccounts", newAccounts);
  }
}
