package io.iolaus.ingest.write;

import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.Fact;
import java.util.HashMap;
import java.util.Map;

/// What a node that is the sum of statements shows of them.
public final class EntityProperties {

  private EntityProperties() {}

  /// The properties that follow from these facts, and the facts.
  public static Map<String, Object> of(EntityFold.Kind kind, FactSet facts) {
    Map<String, Object> properties = new HashMap<>();
    Properties.putHolding(properties, facts);
    Properties.putKnown(properties, facts);
    switch (kind) {
      case ORGANIZATION -> properties.put("placeholder", false);
      case VERDICT -> putTime(properties, facts, "verdict");
      case CLAIM -> {
        putTime(properties, facts, "statement");
        putStatus(properties);
      }
      case NETWORK, MODEL -> {}
    }
    return properties;
  }

  private static void putTime(Map<String, Object> properties, FactSet facts, String field) {
    Fact holding = facts.holding().get(field);
    if (holding != null) {
      properties.put("at", Properties.time(holding.at()));
    }
  }

  /// What is said stays an allegation until somebody confirms it.
  private static void putStatus(Map<String, Object> properties) {
    Object statement = properties.get("statement");
    if (statement != null) {
      properties.put(
          "status",
          switch (statement.toString()) {
            case "denies" -> "disputed";
            case "confirms" -> "confirmed";
            case "withdraws" -> "withdrawn";
            default -> "alleged";
          });
    }
  }
}
