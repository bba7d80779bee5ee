package io.iolaus.cypher.alert;

import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.statement.Statements;
import io.iolaus.cypher.suppression.SuppressionReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/// Follows what happens to clusters and raises alerts for it.
///
/// Each event is looked at once: how far that went stands in the database and is moved by the
/// transaction that raises the alerts, under a lock. So it does not matter which process does this,
/// how many do, or when one dies.
///
/// Nothing is passed over. Places of events grow from run to run; runs are never beside each other,
/// and one that lost its lease writes nothing, so that events are seen in the order of their
/// places. Alerts have the places of their events and are made in that order, one transaction after
/// the other: who has read up to a place never finds a new one below it.
public final class AlertRaiser {

  private static final int EVENTS = 500;

  private final Driver driver;
  private final AlertRules rules;
  private final Clock clock;
  private final SuppressionReader suppressions;

  /// @param clock stamps `raisedAt`
  public AlertRaiser(Driver driver, AlertRules rules, Clock clock) {
    this.driver = driver;
    this.rules = rules;
    this.clock = clock;
    this.suppressions = new SuppressionReader(driver, clock);
  }

  /// Raises alerts for what nobody has looked at yet.
  ///
  /// @return how many were raised
  public int raise() {
    int raised = 0;
    Step step;
    do {
      try (var session = driver.session()) {
        step = session.executeWrite(this::step);
      }
      raised += step.raised();
    } while (step.events() == EVENTS);
    return raised;
  }

  private record Step(int events, int raised) {}

  private Step step(TransactionContext tx) {
    long place = tx.run(Statements.load("writes/alert/lock")).single().get("place").asLong();
    List<Record> events =
        tx.run(Statements.load("queries/alert/events"), Map.of("place", place, "limit", EVENTS))
            .list();
    if (events.isEmpty()) {
      return new Step(0, 0);
    }
    Set<String> hidden = suppressions.holding().clusters();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Record event : events) {
      List<Alert.Outcome> clusters = clusters(event);
      if (rules.raise(event.get("kind").asString(), clusters) && shown(event, hidden)) {
        rows.add(row(event, clusters));
      }
    }
    Instant now = clock.instant();
    tx.run(
            Statements.load("writes/alert/raise"),
            Map.of(
                "place", events.getLast().get("place").asLong(),
                "raisedAt", now.atZone(ZoneOffset.UTC),
                "rows", rows))
        .consume();
    return new Step(events.size(), rows.size());
  }

  /// Whether any cluster of an event, or any that it came from where none is left, is not
  /// suppressed just now.
  private static boolean shown(Record event, Set<String> hidden) {
    List<String> clusters = Fields.texts(event.get("clusters"));
    List<String> whom = clusters.isEmpty() ? Fields.texts(event.get("parents")) : clusters;
    return !hidden.containsAll(whom);
  }

  private static List<Alert.Outcome> clusters(Record event) {
    return AlertRows.outcomes(
        Fields.texts(event.get("clusters")),
        Fields.texts(event.get("states")),
        Fields.texts(event.get("organizations")),
        Fields.numbers(event.get("confidences")));
  }

  private static Map<String, Object> row(Record event, List<Alert.Outcome> clusters) {
    Map<String, Object> properties = new HashMap<>();
    for (String same :
        List.of(
            "place",
            "kind",
            "run",
            "at",
            "recordedAt",
            "parents",
            "before",
            "after",
            "joined",
            "left",
            "detectors")) {
      properties.put(same, event.get(same).asObject());
    }
    properties.put("because", event.get("causes").asObject());
    properties.put("clusters", clusters.stream().map(Alert.Outcome::id).toList());
    properties.put("states", clusters.stream().map(Alert.Outcome::state).toList());
    properties.put(
        "organizations",
        clusters.stream().map(c -> Objects.requireNonNullElse(c.organization(), "")).toList());
    properties.put(
        "confidences",
        clusters.stream().map(c -> Objects.requireNonNullElse(c.confidence(), 0.0)).toList());
    return Map.of(
        "id", event.get("id").asString(),
        "title",
            AlertTitle.of(
                event.get("kind").asString(),
                Fields.texts(event.get("parents")),
                clusters,
                event.get("before").asInt(),
                event.get("after").asInt()),
        "text", event.get("text").asString(),
        "properties", properties);
  }
}
