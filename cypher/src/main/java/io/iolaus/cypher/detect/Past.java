package io.iolaus.cypher.detect;

import io.iolaus.core.decision.Decision;
import io.iolaus.core.decision.Held;
import io.iolaus.core.detect.Memory;
import io.iolaus.core.lineage.Lifecycle;
import io.iolaus.core.lineage.Remembered;
import io.iolaus.cypher.lineage.Heirs;
import io.iolaus.cypher.statement.Statements;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/// What the runs so far left: what the next one goes on from.
///
/// @param standings clusters that may be found again, in byte order of ids
/// @param deleted ids of their accounts that were deleted since
/// @param ids every id that a cluster has or had
/// @param merged ids of clusters that go on in others, with the id of those
/// @param memory what is remembered of those that go on
/// @param run the latest complete run
record Past(
    List<Standing> standings,
    Set<String> deleted,
    Set<String> ids,
    Map<String, String> merged,
    Memory memory,
    Optional<PastRun> run) {

  /// One that ended longer ago is not found again: a group with its accounts is a new cluster.
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

  /// No past: for runs that write nothing.
  static final Past NONE =
      new Past(List.of(), Set.of(), Set.of(), Map.of(), Memory.NONE, Optional.empty());

  Past {
    standings = List.copyOf(standings);
    deleted = Set.copyOf(deleted);
    ids = Set.copyOf(ids);
    merged = Map.copyOf(merged);
  }

  /// The accounts that a cluster was last known to have, or the one that it goes on in.
  Set<String> members(String cluster) {
    String heir = new Heirs(merged).of(cluster);
    return standings.stream()
        .map(Standing::cluster)
        .filter(known -> known.id().equals(heir))
        .map(Remembered::members)
        .findFirst()
        .orElse(Set.of());
  }

  /// A cluster as the run before left it.
  record Standing(Remembered cluster, boolean labelled, @Nullable String organization) {}

  /// What a run read and how.
  ///
  /// @param lines of all batches when it began
  /// @param replaced how often batches had been replaced
  /// @param decisions numbers of those that it held to
  /// @param suppressions those that held, as `ID SCOPE`
  /// @param detectors how each detector ran, by its id
  record PastRun(
      String id,
      Instant asOf,
      Duration window,
      long lines,
      long replaced,
      List<String> ignoring,
      BitSet decisions,
      List<String> suppressions,
      Map<String, PastDetector> detectors) {
    PastRun {
      decisions = (BitSet) decisions.clone();
      suppressions = List.copyOf(suppressions);
      ignoring = List.copyOf(ignoring);
      detectors = Map.copyOf(detectors);
    }
  }

  /// How a detector ran.
  record PastDetector(int version, String params, String status) {}

  /// What the runs so far left, for a run at a moment.
  ///
  /// @param held what people decided
  static Past read(Driver driver, Instant asOf, Held held) {
    try (var session = driver.session()) {
      return session.executeRead(tx -> {
        Map<String, String> merged = new HashMap<>();
        Set<String> ids = new HashSet<>();
        tx.run(Statements.load("queries/detect/cluster-ids"))
            .forEachRemaining(row -> {
              ids.add(row.get("id").asString());
              if (!row.get("into").isNull()) {
                merged.put(row.get("id").asString(), row.get("into").asString());
              }
            });
        Set<String> deleted = new HashSet<>();
        List<Standing> standings = standings(tx, asOf, deleted);
        return new Past(
            standings,
            deleted,
            ids,
            merged,
            memory(tx, standings, confirmed(held, new Heirs(merged))),
            latest(tx));
      });
    }
  }

  /// The latest complete run.
  static Optional<PastRun> latest(Driver driver) {
    try (var session = driver.session()) {
      return session.executeRead(Past::latest);
    }
  }

  private static List<Standing> standings(
      TransactionContext tx, Instant asOf, Set<String> deleted) {
    return tx.run(
            Statements.load("queries/detect/memberships"),
            Map.of("since", asOf.minus(REMEMBERED).atZone(ZoneOffset.UTC)))
        .list(row -> {
          Set<String> members = new HashSet<>();
          Set<String> acting = new HashSet<>();
          for (Value account : row.get("accounts").values()) {
            members.add(account.get(0).asString());
            if (account.get(2).asBoolean()) {
              acting.add(account.get(0).asString());
            }
            if (account.get(1).asBoolean()) {
              deleted.add(account.get(0).asString());
            }
          }
          return new Standing(
              new Remembered(
                  row.get("cluster").asString(),
                  Lifecycle.of(row.get("lifecycle").asString()),
                  members,
                  acting),
              row.get("state").asString("").equals("labelled"),
              row.get("organization").asString(null));
        });
  }

  /// Who confirmed clusters, by what these are called now.
  static Map<String, List<String>> confirmed(Held held, Heirs heirs) {
    Map<String, List<String>> confirmed = new HashMap<>();
    held.confirmed()
        .forEach((cluster, decisions) ->
            confirmed.put(
                heirs.of(cluster), decisions.stream().map(Decision::by).sorted().toList()));
    return confirmed;
  }

  private static Memory memory(
      TransactionContext tx, List<Standing> standings, Map<String, List<String>> confirmed) {
    Map<String, List<String>> members = new HashMap<>();
    standings.forEach(s -> members.put(s.cluster().id(), List.copyOf(s.cluster().members())));
    return new Memory(
        tx.run(Statements.load("queries/detect/forerunners"))
            .list(row ->
                new Memory.Forerunner(
                    row.get("cluster").asString(),
                    row.get("dormant").asBoolean(),
                    row.get("takenDown").asBoolean(),
                    confirmed.getOrDefault(row.get("cluster").asString(), List.of()),
                    (int) (row.get("lastSeen").asLong(0) / SECONDS_OF_A_DAY),
                    row.get("skeletons").asList(Past::shingles),
                    members.getOrDefault(row.get("cluster").asString(), List.of()))));
  }

  private static long[] shingles(Value list) {
    return list.asList(Value::asLong).stream().mapToLong(shingle -> shingle).toArray();
  }

  private static Optional<PastRun> latest(TransactionContext tx) {
    return tx.run(Statements.load("queries/detect/latest-run")).list(Past::run).stream()
        .findFirst();
  }

  private static PastRun run(Record row) {
    Map<String, PastDetector> detectors = new HashMap<>();
    row.get("detectors")
        .values()
        .forEach(d ->
            detectors.put(
                d.get("detector").asString(),
                new PastDetector(
                    d.get("version").asInt(),
                    d.get("params").asString(),
                    d.get("status").asString())));
    return new PastRun(
        row.get("id").asString(),
        row.get("asOf").asZonedDateTime().toInstant(),
        Duration.parse(row.get("window").asString()),
        row.get("lines").asLong(),
        row.get("replaced").asLong(),
        row.get("ignoring").asList(v -> v.asString()),
        BitSet.valueOf(
            row.get("decisions").asList(Value::asLong).stream().mapToLong(l -> l).toArray()),
        row.get("suppressions").asList(v -> v.asString()),
        detectors);
  }
}
