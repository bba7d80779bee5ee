package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.TestGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;

/// Two server processes with the schedule on and one database: each run that is due is done once,
/// whatever becomes of the process that is at it.
@DisabledIfEnvironmentVariable(
    named = "NEO4J_URI",
    matches = ".+",
    disabledReason = "the database here is this test's own")
class ScheduleProcessesIT {

  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Pattern DONE = Pattern.compile("(run-\\d+) \\(complete\\): \\d+ accounts");

  /// One run; the newest last.
  private record Ran(
      String id, boolean complete, Instant startedAt, Instant endedAt, long lines, Instant newest) {
    static Ran of(Record row) {
      return new Ran(
          row.get("id").asString(),
          row.get("complete").asBoolean(),
          row.get("startedAt").asZonedDateTime().toInstant(),
          row.get("endedAt").isNull()
              ? Instant.MAX
              : row.get("endedAt").asZonedDateTime().toInstant(),
          row.get("lines").asLong(),
          row.get("newest").asZonedDateTime().toInstant());
    }
  }

  @TempDir private static Path folder;
  private static SharedDatabase database;

  private final List<ServerProcess> servers = new ArrayList<>();
  private Path work = folder;
  private int loads;

  @BeforeAll
  static void openDatabase() {
    database = SharedDatabase.open(folder.resolve("database"));
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void startBoth() throws Exception {
    TestGraph.empty(database.driver());
    work = Files.createTempDirectory(folder, "two");
    database.load(SmallPopulation.write(work.resolve("population.ndjson")));
    servers.add(serve("one"));
    servers.add(serve("other"));
    await(Duration.ofMinutes(2), () -> complete() > 0);
  }

  @AfterEach
  void endBoth() throws InterruptedException {
    for (ServerProcess server : servers) {
      server.kill();
    }
  }

  private ServerProcess serve(String name) throws IOException {
    return database.serve(
        work.resolve(name),
        Map.of("IOLAUS_DETECT_EVERY", EVERY.toString(), "IOLAUS_DETECT_SETTLE", "PT0S"));
  }

  /// A few lines that no run has seen; how many there are now.
  private long news() throws IOException {
    loads++;
    Path file = work.resolve("news-" + loads + ".ndjson");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append(
          "{\"type\":\"exchange\",\"account\":\"user-%03d\",\"at\":\"2026-02-18T%02d:00:00Z\",\"ip\":\"20.0.%d.9\"}\n"
              .formatted(i, loads % 24, loads));
    }
    database.load(Files.writeString(file, text));
    return database.one("MATCH (b:Batch) RETURN sum(b.read) AS n");
  }

  private static long complete() {
    return database.one("MATCH (r:Run) WHERE r.complete RETURN count(r)");
  }

  private static List<Ran> runs() {
    try (var session = database.driver().session()) {
      return session
          .run(
              "MATCH (r:Run) RETURN r.id AS id, r.complete AS complete, r.startedAt AS startedAt,"
                  + " r.endedAt AS endedAt, r.lines AS lines, r.newest AS newest ORDER BY r.seq")
          .list(Ran::of);
    }
  }

  private void await(Duration most, BooleanSupplier condition) throws Exception {
    Instant deadline = Instant.now().plus(most);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(this::said).isBefore(deadline);
      assertThat(servers).as(this::said).anyMatch(server -> server.process().isAlive());
      Thread.sleep(50);
    }
  }

  private String said() {
    StringBuilder text = new StringBuilder(runs().toString());
    try {
      for (ServerProcess server : servers) {
        text.append('\n').append(server.log());
      }
    } catch (IOException e) {
      text.append(e);
    }
    return text.toString();
  }

  /// The server that is at a run just now; waits for one, and gives it some more news if it was too
  /// quick to be met.
  private ServerProcess atWork() throws Exception {
    Instant deadline = Instant.now().plusSeconds(60);
    while (Instant.now().isBefore(deadline)) {
      try (var session = database.driver().session()) {
        var holder =
            session
                .run(
                    "MATCH (r:Run) WITH r ORDER BY r.seq DESC LIMIT 1 MATCH (l:Lease {name:"
                        + " 'detection'}) WHERE NOT r.complete AND l.holder IS NOT NULL RETURN"
                        + " l.holder AS holder")
                .list(row -> row.get("holder").asString());
        if (!holder.isEmpty()) {
          String pid = holder.getFirst().substring(0, holder.getFirst().indexOf('-'));
          return servers.stream()
              .filter(s -> Long.toString(s.pid()).equals(pid))
              .findFirst()
              .orElseThrow();
        }
      }
      Thread.sleep(10);
    }
    throw new AssertionError("nobody was at work: " + said());
  }

  private ServerProcess other(ServerProcess one) {
    return servers.stream().filter(s -> s != one).findFirst().orElseThrow();
  }

  private static void assertNoTwoAtOnce(List<Ran> runs) {
    Ran before = null;
    for (Ran run : runs.stream().filter(Ran::complete).toList()) {
      if (before != null) {
        assertThat(run.startedAt())
            .as("%s after %s", run, before)
            .isAfterOrEqualTo(before.endedAt());
      }
      before = run;
    }
  }

  @Test
  void eachRunThatIsDueIsDoneOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      long lines = news();
      await(
          Duration.ofSeconds(30),
          () -> runs().stream().anyMatch(run -> run.complete() && run.lines() == lines));
    }
    long before = complete();
    Thread.sleep(EVERY.multipliedBy(3).plusSeconds(5));

    // told once each, by one process or the other
    await(
        Duration.ofSeconds(10),
        () -> told().equals(runs().stream().filter(Ran::complete).map(Ran::id).sorted().toList()));
    List<Ran> runs = runs();
    assertThat(complete() - before).as("runs without news").isBetween(2L, 4L);
    assertNoTwoAtOnce(runs);
    for (int i = 1; i < runs.size(); i++) {
      Ran run = runs.get(i);
      Ran last = runs.get(i - 1);
      boolean news = run.lines() != last.lines() || run.newest().isAfter(last.newest());
      assertThat(news || !run.startedAt().isBefore(last.startedAt().plus(EVERY)))
          .as("%s has a reason besides %s", run, last)
          .isTrue();
    }
  }

  /// Runs that the servers say they have done.
  private List<String> told() {
    List<String> told = new ArrayList<>();
    try {
      for (ServerProcess server : servers) {
        DONE.matcher(server.log()).results().map(m -> m.group(1)).forEach(told::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return told.stream().sorted().toList();
  }

  @Test
  void aCommandBesideThemWaitsForItsTurn() throws Exception {
    List<Process> commands = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      commands.add(database.start(work.resolve("command-" + i), Map.of(), "detect"));
      news();
    }
    for (Process command : commands) {
      assertThat(command.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(command.exitValue()).isZero();
    }
    List<Ran> runs = runs();
    assertThat(runs.stream().filter(Ran::complete).count()).isGreaterThan(3);
    assertNoTwoAtOnce(runs);
  }

  @Test
  void theOtherTakesOverWhenTheHolderIsKilled() throws Exception {
    ServerProcess killed;
    long cutOff;
    long lines;
    do { // one that ended just before the signal is no test
      lines = news();
      killed = atWork();
      killed.kill();
      cutOff = runs().stream().filter(run -> !run.complete()).count();
      if (cutOff == 0) {
        servers.remove(killed);
        servers.add(serve("again-" + loads));
      }
    } while (cutOff == 0);
    Instant from = Instant.now();
    long seen = lines;
    long before = complete();

    await(
        Duration.ofSeconds(30),
        () ->
            complete() > before
                && runs().stream().anyMatch(run -> run.complete() && run.lines() == seen));
    System.err.printf(
        "taken over and done %.1f s after the kill%n",
        Duration.between(from, Instant.now()).toMillis() / 1e3);
    assertNoTwoAtOnce(runs());
  }

  @Test
  void whoeverSleptThroughItsLeaseWritesNothing() throws Exception {
    ServerProcess sleeper;
    List<Ran> open;
    do {
      news();
      sleeper = atWork();
      sleeper.signal("STOP");
      open = runs().stream().filter(run -> !run.complete()).toList();
      if (open.isEmpty()) {
        sleeper.signal("CONT");
      }
    } while (open.isEmpty());
    Ran stopped = open.getFirst();
    long before = complete();
    await(Duration.ofMinutes(2), () -> complete() > before);
    sleeper.signal("CONT");
    ServerProcess woken = sleeper;
    await(
        Duration.ofSeconds(30),
        () -> {
          try {
            return woken
                .log()
                .contains("detection broke off, the clusters of the run before stand");
          } catch (IOException e) {
            return false;
          }
        });

    List<Ran> runs = runs();
    assertThat(runs.stream().filter(run -> !run.complete()))
        .extracting(Ran::id)
        .contains(stopped.id());
    assertNoTwoAtOnce(runs);
    assertThat(database.one("MATCH (c:Cluster {run: '" + stopped.id() + "'}) RETURN count(c)"))
        .isZero();
    assertThat(
            database.one(
                "MATCH (:LineageEvent)-[:IN_RUN]->(r:Run {id: '"
                    + stopped.id()
                    + "'}) RETURN count(r)"))
        .isZero();
    // what it derived was forgotten, or belongs to a run that stands
    assertThat(
            database.one(
                "MATCH (:Account)-[e:PROMPTED|SHOWS]->() WHERE e.run = '"
                    + stopped.id()
                    + "' RETURN count(e)"))
        .isZero();
    assertThat(woken.process().isAlive()).isTrue();
    assertThat(other(woken).process().waitFor(0, TimeUnit.SECONDS)).isFalse();
  }
}
