package io.iolaus.ingest.write;

import io.iolaus.core.address.IpRanges;
import io.iolaus.ingest.fold.Target;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What the node of a target holds: rows of `id`, properties, and `newAccounts`, how many accounts
/// are new to it.
public final class TargetRows {

  private TargetRows() {}

  /// The instrument with this id.
  public static Target.Instrument instrument(String id) {
    int colon = id.indexOf(':');
    String matchKey = id.substring(0, colon);
    return new Target.Instrument(id.substring(colon + 1), matchKey.equals("-") ? null : matchKey);
  }

  /// The identifier with this id.
  public static Target.Identifier identifier(String id, boolean keyed) {
    int colon = id.indexOf(':');
    return new Target.Identifier(id.substring(0, colon), id.substring(colon + 1), keyed);
  }

  public static Map<String, Object> instrument(Target.Instrument target, long newAccounts) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", target.id());
    row.put("instrument", target.instrument());
    row.put("matchKey", target.matchKey());
    row.put("newAccounts", newAccounts);
    return row;
  }

  public static Map<String, Object> address(Target.Address target, long newAccounts) {
    String address = target.address();
    return Map.of(
        "id", address,
        "version", IpRanges.version(address),
        "prefix", IpRanges.neighbourhood(address),
        "evidence", IpRanges.isEvidence(address),
        "ordinal", Ordinals.of(address),
        "newAccounts", newAccounts);
  }

  public static Map<String, Object> identifier(Target.Identifier target, long newAccounts) {
    return Map.of(
        "id", target.id(),
        "kind", target.kind(),
        "value", target.value(),
        "keyed", target.keyed(),
        "newAccounts", newAccounts);
  }

  /// What holds of an instrument of which all this is said.
  ///
  /// @param facts as nodes store them
  public static Map<String, Object> instrumentFacts(Collection<String> facts) {
    FactSet set = new FactSet();
    FactSet.stored(facts).all().forEach(set::addLatest);
    Map<String, Object> properties = new HashMap<>();
    Properties.putHolding(properties, set);
    return properties;
  }
}
