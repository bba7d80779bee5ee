package io.iolaus.cypher.suppression;

import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.once.OnceClaim;
import io.iolaus.cypher.statement.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// Suppresses things and ends that. May be shared by threads.
public final class SuppressionWriter {

  /// Nothing is hidden for longer without somebody looking at it again.
  public static final Duration LONGEST = Duration.ofDays(400);

  private static final int MAX_TEXT = 2_000;

  private final Driver driver;
  private final Clock clock;

  public SuppressionWriter(Driver driver, Clock clock) {
    this.driver = driver;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Outcome {
    /// It holds, or has ended.
    record Done(String id) implements Outcome {}

    /// There is no such thing, for people.
    record Unknown(String text) implements Outcome {}

    /// It had ended before.
    record AlreadyEnded(String id) implements Outcome {}
  }

  /// Suppresses something.
  ///
  /// @param detectors ids of the detectors that there are
  /// @param until after now, at most {@link #LONGEST} after
  /// @throws IllegalArgumentException if a text is empty or the end is not within those
  public Outcome suppress(
      Scope scope, String reason, String owner, Instant until, List<String> detectors) {
    Instant now = clock.instant();
    required("the reason", reason);
    required("who suppresses", owner);
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw new IllegalArgumentException(
          "it must end after now and within "
              + LONGEST.toDays()
              + " days, before "
              + now.plus(LONGEST)
              + "; was "
              + until);
    }
    if (scope instanceof Scope.Detector(String id, Optional<EntityRef> thing)
        && !detectors.contains(id)) {
      return new Outcome.Unknown("there is no detector " + id);
    }
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("scope", scope.text());
    row.put("account", scope instanceof Scope.Account(String id) ? id : null);
    row.put("cluster", scope instanceof Scope.Cluster(String id) ? id : null);
    row.put("reason", reason);
    row.put("owner", owner);
    row.put("recordedAt", now.atZone(ZoneOffset.UTC));
    row.put("expiresAt", until.atZone(ZoneOffset.UTC));
    try (var session = driver.session()) {
      return session.executeWrite(tx -> {
        Optional<EntityRef> named = named(scope);
        if (named.isPresent()
            && !tx.run(
                    Statements.load("queries/suppression/there"),
                    Map.of("label", named.get().type().label(), "id", named.get().id()))
                .single()
                .get("there")
                .asBoolean()) {
          return new Outcome.Unknown("there is no " + named.get());
        }
        String id =
            tx.run(Statements.load("writes/suppression/create"), Map.of("row", row))
                .single()
                .get("id")
                .asString();
        OnceClaim.acted(tx, "suppression " + id);
        return new Outcome.Done(id);
      });
    }
  }

  private static Optional<EntityRef> named(Scope scope) {
    return switch (scope) {
      case Scope.Thing(EntityRef ref) -> Optional.of(ref);
      case Scope.Detector(String id, Optional<EntityRef> thing) -> thing;
      case Scope.Account(String id) -> Optional.of(new EntityRef(EntityType.ACCOUNT, id));
      case Scope.Cluster(String id) -> Optional.of(new EntityRef(EntityType.CLUSTER, id));
    };
  }

  /// Ends a suppression before its time.
  public Outcome end(String id, String by) {
    required("who ends it", by);
    List<Record> done;
    try (var session = driver.session()) {
      done =
          session.executeWrite(tx ->
              tx.run(
                      Statements.load("writes/suppression/end"),
                      Map.of("id", id, "by", by, "at", clock.instant().atZone(ZoneOffset.UTC)))
                  .list());
    }
    if (done.isEmpty()) {
      return new Outcome.Unknown("there never was a suppression " + id);
    }
    return done.getFirst().get("already").asBoolean()
        ? new Outcome.AlreadyEnded(id)
        : new Outcome.Done(id);
  }

  private static void required(String what, String text) {
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          what + " must have 1.." + MAX_TEXT + " characters, had " + text.strip().length());
    }
  }
}
