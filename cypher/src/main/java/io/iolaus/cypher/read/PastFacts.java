package io.iolaus.cypher.read;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/// What held of a node at a moment, from the set of all that was ever stated of it.
///
/// A fact is kept as `field␟at in epoch milliseconds␟value`, the set in the order of fields, times
/// and values, so that of each field the last one that counts holds; beside it stands when each
/// became known, as pairs of a moment (epoch milliseconds) and the place from which on it is that.
public final class PastFacts {

  private static final String SEPARATOR = "\u001f";
  private static final String LIST_SEPARATOR = "\u001e";

  private PastFacts() {}

  /// The value of each field that had one, as text.
  ///
  /// @param facts the stored list, or null
  /// @param known what stands beside it; null where it was not kept: known from the beginning
  public static Map<String, String> holding(Value facts, Value known, View view) {
    List<String> all = Fields.texts(facts);
    List<Long> moments = Fields.list(known, Value::asLong);
    long world = view.asOf() == null ? Long.MAX_VALUE : view.asOf().toEpochMilli();
    long knowledge = view.knownAt() == null ? Long.MAX_VALUE : view.knownAt().toEpochMilli();
    Map<String, String> holding = new HashMap<>();
    int run = -2;
    for (int i = 0; i < all.size(); i++) {
      while (run + 3 < moments.size() && moments.get(run + 3) <= i) {
        run += 2;
      }
      String[] fact = all.get(i).split(SEPARATOR, 3);
      boolean counts =
          Long.parseLong(fact[1]) <= world && (run < 0 || moments.get(run) <= knowledge);
      if (counts) {
        holding.put(fact[0], fact[2]);
      }
    }
    return holding;
  }

  /// A value as the graph shows it.
  public static Object value(String field, String text) {
    return switch (field) {
      case "createdAt", "releasedAt" -> Instant.parse(text).toString();
      case "verified" -> Boolean.valueOf(text);
      case "asn" -> Long.valueOf(text);
      case "asns" -> elements(text).stream().map(Long::valueOf).toList();
      case "aliases", "domains", "prefixes", "billingNames" -> elements(text);
      default -> text;
    };
  }

  private static List<String> elements(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(LIST_SEPARATOR, -1));
  }

  /// A map with `facts` and `factsKnown` in which these fields are what they were.
  public static Value applied(Value row, List<String> fields, View view) {
    Map<String, String> holding = holding(row.get("facts"), row.get("factsKnown"), view);
    Map<String, Object> past = new HashMap<>(row.asMap());
    fields.forEach(past::remove);
    fields.stream()
        .filter(holding::containsKey)
        .forEach(field -> past.put(field, Objects.requireNonNull(holding.get(field))));
    return Values.value(past);
  }
}
