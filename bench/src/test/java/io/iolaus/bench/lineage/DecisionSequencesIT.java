package io.iolaus.bench.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.decision.DecisionKind;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.cypher.decision.DecisionQuery;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.decision.DecisionWriter;
import io.iolaus.cypher.decision.Ruling;
import io.iolaus.cypher.decision.RulingOutcome;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.lineage.LineageReader;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.simulate.SagaSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

/// Scripted sequences of ten runs in which clusters grow, merge, split, sleep and come back: what
/// people decided in the first of them is neither lost nor broken by any later one.
@Neo4jTest
class DecisionSequencesIT {

  private static final int LAST_DECIDED = 4;

  /// Seeds of the sagas: `-Dsagas=1-10`.
  static LongStream seeds() {
    String[] ends = System.getProperty("sagas", "1").split("-", -1);
    return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noDecisionIsLostOrBroken(long seed, Driver driver, @TempDir Path folder) throws IOException {
    TestGraph.empty(driver);
    Analyst analyst = new Analyst(driver);
    SagaRuns.play(SagaSpec.of(seed), driver, folder, analyst::after);
    assertThat(analyst.checked).as("runs that could have broken something").isPositive();
    assertThat(analyst.reader.list(DecisionQuery.all(1_000)).items())
        .extracting(DecisionRow::id)
        .containsExactlyInAnyOrderElementsOf(analyst.taken.stream().map(DecisionRow::id).toList());
    for (DecisionRow decision : analyst.taken) {
      DecisionRow now = analyst.reader.one(decision.id()).orElseThrow();
      assertThat(now.standing()).as(now.named()).isIn("holds", "void");
      assertThat(now.standing().equals("void"))
          .as("void where somebody is gone: " + now.named())
          .isEqualTo(analyst.gone(now));
      assertThat(now.members()).isEqualTo(decision.members());
      if (now.cluster() != null) {
        assertThat(new LineageReader(driver).life(now.cluster()).orElseThrow().into() == null)
            .as("goes to where its cluster goes: " + now.named())
            .isEqualTo(now.cluster().equals(now.clusterNow()));
      }
    }
    System.out.printf(
        "seed %d: %d decisions, %d times looked at, 0 lost%n",
        seed, analyst.taken.size(), analyst.checked);
  }

  /// Decides after the first runs, and looks after each later one whether that holds.
  private static final class Analyst {
    private final Driver driver;
    private final DecisionReader reader;
    private final DecisionWriter writer;
    private final List<DecisionRow> taken = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private int checked;

    Analyst(Driver driver) {
      this.driver = driver;
      this.reader = new DecisionReader(driver);
      this.writer =
          new DecisionWriter(
              driver, Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC));
    }

    void after(int step, DetectionSummary run) {
      taken.forEach(decision -> check(decision, run));
      if (step <= LAST_DECIDED) {
        run.clusters().stream().filter(FoundCluster::labelled).forEach(c -> decide(step, c));
      }
    }

    /// Something else about each cluster after each run, about accounts that nothing was decided
    /// of.
    private void decide(int step, FoundCluster cluster) {
      List<String> members =
          cluster.members().stream()
              .filter(FoundMember::labelled)
              .map(FoundMember::id)
              .filter(id -> !used.contains(id))
              .toList();
      if (members.size() < 6) {
        return;
      }
      switch (step) {
        case 1 -> take(DecisionKind.DIFFERENT, null, members.getFirst(), members.getLast());
        case 2 -> take(DecisionKind.DIFFERENT, cluster.id(), members.get(1));
        case 3 -> {
          take(DecisionKind.SAME, null, outsider(), members.get(2));
          take(DecisionKind.SAME, cluster.id(), outsider());
        }
        default ->
            take(
                cluster.id().hashCode() % 3 == 0
                    ? DecisionKind.FALSE_POSITIVE
                    : DecisionKind.CONFIRMED,
                cluster.id());
      }
    }

    private void take(DecisionKind kind, @Nullable String cluster, String... accounts) {
      used.addAll(List.of(accounts));
      RulingOutcome outcome =
          writer.take(new Ruling(kind, "ana", "saw it", List.of(accounts), cluster, null));
      assertThat(outcome).isInstanceOf(RulingOutcome.Taken.class);
      taken.add(((RulingOutcome.Taken) outcome).decision());
    }

    /// Somebody who is in no cluster.
    private String outsider() {
      try (var session = driver.session()) {
        return session.executeRead(tx ->
            tx.run(
                    "MATCH (a:Account) WHERE NOT a.id IN $used AND NOT (a)-[:MEMBER_OF]->() AND"
                        + " coalesce(a.status, 'active') = 'active' AND NOT (a)-[:VERIFIED_BY]->()"
                        + " RETURN a.id AS id ORDER BY id LIMIT 1",
                    java.util.Map.of("used", List.copyOf(used)))
                .single()
                .get("id")
                .asString());
      }
    }

    private void check(DecisionRow decision, DetectionSummary run) {
      List<Set<String>> clusters =
          run.clusters().stream().map(Analyst::members).collect(Collectors.toList());
      String heir = reader.one(decision.id()).orElseThrow().clusterNow();
      switch (DecisionKind.of(decision.kind()).orElseThrow()) {
        case DIFFERENT -> {
          if (heir == null) {
            assertThat(clusters).noneMatch(c -> c.containsAll(decision.accounts()));
          } else {
            assertThat(run.clusters())
                .as(decision.named())
                .noneMatch(c ->
                    c.id().equals(heir) && members(c).contains(decision.accounts().getFirst()));
          }
          checked++;
        }
        case SAME -> {
          if (heir == null) {
            boolean one =
                clusters.stream().anyMatch(c -> decision.accounts().stream().anyMatch(c::contains));
            boolean both = clusters.stream().anyMatch(c -> c.containsAll(decision.accounts()));
            assertThat(both || !one || gone(decision) || cleared(decision))
                .as(decision.named() + " " + run.run())
                .isTrue();
          } else {
            run.clusters().stream()
                .filter(c -> c.id().equals(heir))
                .forEach(c ->
                    assertThat(members(c)).as(decision.named()).containsAll(decision.accounts()));
          }
          assertThat(run.clusters().stream().flatMap(c -> c.members().stream()))
              .noneMatch(m -> m.decided() && m.labelled());
          checked++;
        }
        case FALSE_POSITIVE -> {
          assertThat(clusters)
              .as(decision.named())
              .noneMatch(c -> c.stream().anyMatch(judged(decision)::contains));
          checked++;
        }
        case CONFIRMED, UNSURE -> {}
      }
    }

    /// Whether somebody called an account legitimate, by calling its cluster a false positive: that
    /// account stays out.
    private boolean cleared(DecisionRow decision) {
      return taken.stream()
          .filter(other -> other.kind().equals(DecisionKind.FALSE_POSITIVE.text()))
          .anyMatch(other -> judged(other).stream().anyMatch(decision.accounts()::contains));
    }

    private Set<String> judged(DecisionRow decision) {
      return reader.held(Instant.MAX).all().stream()
          .filter(d -> d.id().equals(decision.id()))
          .flatMap(d -> d.judged().stream())
          .collect(Collectors.toSet());
    }

    private static Set<String> members(FoundCluster cluster) {
      return cluster.members().stream().map(FoundMember::id).collect(Collectors.toSet());
    }

    /// Whether one of those whom it names was deleted, or all of its cluster.
    boolean gone(DecisionRow decision) {
      boolean whole = decision.accounts().isEmpty();
      List<String> about = whole ? List.copyOf(members(decision)) : decision.accounts();
      try (var session = driver.session()) {
        long left =
            session.executeRead(tx ->
                tx.run(
                        "MATCH (a:Account) WHERE a.id IN $ids AND coalesce(a.status, '') <>"
                            + " 'deleted' RETURN count(a) AS left",
                        java.util.Map.of("ids", about))
                    .single()
                    .get("left")
                    .asLong());
        return whole ? left == 0 : left < about.size();
      }
    }

    private Set<String> members(DecisionRow decision) {
      return reader.held(Instant.MAX).all().stream()
          .filter(d -> d.id().equals(decision.id()))
          .flatMap(d -> d.members().stream())
          .collect(Collectors.toSet());
    }
  }
}
