package io.iolaus.cypher.alert;

import io.iolaus.cypher.lease.HeldLease;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/// What is to be told on the channels, and what became of it. Each alert comes into one message of
/// each channel; a message keeps its id however often it is tried.
///
/// Who puts messages together or says what became of them holds the channel's lease. May be shared
/// by threads.
public final class AlertOutbox {

  private static final int ALERTS = 500;

  private final Driver driver;
  private final GraphReader graph;

  public AlertOutbox(Driver driver) {
    this.driver = driver;
    this.graph = new GraphReader(driver);
  }

  /// Makes a channel if it is new; it tells of what is raised from then on.
  public void open(String channel) {
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(tx ->
          tx.run(Statements.load("writes/alert/channel-open"), Map.of("channel", channel))
              .consume());
    }
  }

  /// Whether there is something to do on a channel: cheap enough to be asked every few seconds.
  public boolean busy(String channel, Instant now) {
    return graph
        .first(
            "queries/alert/channel-work",
            Map.of("channel", channel, "now", now.atZone(ZoneOffset.UTC)),
            r -> r.get("pending").asBoolean() || r.get("due").asBoolean())
        .orElse(false);
  }

  /// Puts alerts that are in no message of the channel into messages.
  ///
  /// @param plan makes messages of the first of the alerts it is given, in their order; those that
  ///   it leaves out are given again
  public void plan(
      String channel, Function<List<Alert>, List<List<Alert>>> plan, Instant now, HeldLease held) {
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(tx -> {
        long place =
            tx.run(Statements.load("writes/alert/channel-lock"), Map.of("channel", channel))
                .single()
                .get("place")
                .asLong();
        List<Alert> pending =
            tx.run(Statements.load("queries/alert/since"), Map.of("place", place, "limit", ALERTS))
                .list(r -> AlertRows.alert(r.get("alert")));
        List<List<Alert>> messages = plan.apply(pending);
        if (!messages.isEmpty()) {
          write(tx, channel, messages, now);
        }
        held.check(tx);
      });
    }
  }

  private static void write(
      TransactionContext tx, String channel, List<List<Alert>> messages, Instant now) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Alert> message : messages) {
      rows.add(
          Map.of(
              "id",
              "msg_" + UUID.randomUUID(),
              "alerts",
              message.stream().map(Alert::id).toList()));
    }
    tx.run(
            Statements.load("writes/alert/messages"),
            Map.of(
                "channel",
                channel,
                "place",
                messages.getLast().getLast().place(),
                "now",
                now.atZone(ZoneOffset.UTC),
                "rows",
                rows))
        .consume();
  }

  /// Messages whose time has come, in order.
  public List<AlertMessage> due(String channel, Instant now, int limit) {
    return graph.list(
        "queries/alert/messages-due",
        Map.of("channel", channel, "now", now.atZone(ZoneOffset.UTC), "limit", limit),
        AlertOutbox::message);
  }

  private static AlertMessage message(Record r) {
    return new AlertMessage(
        r.get("id").asString(),
        r.get("attempts").asLong(),
        r.get("since").asZonedDateTime().toInstant(),
        r.get("madeAt").asZonedDateTime().toInstant(),
        r.get("alerts").asList(AlertRows::alert));
  }

  public void sent(AlertMessage message, Instant now, HeldLease held) {
    state(message, "sent", null, null, now, held);
  }

  /// It is given up; {@link #redeliver} takes it up again.
  public void failed(AlertMessage message, String problem, Instant now, HeldLease held) {
    state(message, "failed", null, problem, now, held);
  }

  public void later(
      AlertMessage message, Instant nextAt, String problem, Instant now, HeldLease held) {
    state(message, "waiting", nextAt, problem, now, held);
  }

  private void state(
      AlertMessage message,
      String state,
      @Nullable Instant nextAt,
      @Nullable String problem,
      Instant now,
      HeldLease held) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("id", message.id());
    parameters.put("state", state);
    parameters.put("nextAt", nextAt == null ? null : nextAt.atZone(ZoneOffset.UTC));
    parameters.put("problem", problem);
    parameters.put("now", now.atZone(ZoneOffset.UTC));
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(tx -> {
        tx.run(Statements.load("writes/alert/message-state"), parameters).consume();
        held.check(tx);
      });
    }
  }

  /// Lets the failed messages with an alert be tried once more, under their ids.
  ///
  /// @return how many; empty where there is no such alert
  public OptionalInt redeliver(String alert, Instant now) {
    Map<String, Object> parameters = Map.of("alert", alert, "now", now.atZone(ZoneOffset.UTC));
    try (var session = driver.session()) {
      return session.executeWrite(tx -> {
        Record row = tx.run(Statements.load("writes/alert/redeliver"), parameters).single();
        return row.get("known").asBoolean()
            ? OptionalInt.of(row.get("messages").asInt())
            : OptionalInt.empty();
      });
    }
  }
}
