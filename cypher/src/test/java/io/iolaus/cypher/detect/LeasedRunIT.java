package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.detect.DetectionListener;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.lease.LeaseLostException;
import io.iolaus.cypher.lease.Leases;
import io.iolaus.cypher.run.DueMarks;
import io.iolaus.cypher.run.StatusReader;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

/// Runs under a lease, and what tells whether one is due.
@Neo4jTest
class LeasedRunIT {

  private final Driver driver;
  private final Leases leases;
  private final StatusReader status;
  private final DetectionService detection;

  LeasedRunIT(Driver driver) {
    this.driver = driver;
    this.leases = new Leases(driver, Duration.ofMinutes(1));
    this.status = new StatusReader(driver);
    this.detection = new DetectionService(driver, DetectorCatalog.load(), Clock.systemUTC());
  }

  @BeforeEach
  void smallWorld() {
    TestGraph.empty(driver);
    SmallWorld.write(driver, 24, 0);
    change(
        "CREATE (:Batch {id: 'b-1', seq: 1, read: 100, complete: true, recordedAt: datetime()})");
  }

  private void change(String statement) {
    try (var session = driver.session()) {
      session.run(statement).consume();
    }
  }

  private long count(String query) {
    try (var session = driver.session()) {
      return session.run(query).single().get(0).asLong();
    }
  }

  private void run(DetectionListener listener) {
    leases.whileHeld(
        Leases.DETECTION, held -> detection.under(held).run(DetectionOptions.DEFAULT, listener));
  }

  /// As though this process had slept, and another one had done the work meanwhile.
  private void loseTheLease() {
    change("MATCH (l:Lease {name: 'detection'}) SET l.expiresAt = datetime() - duration('PT1S')");
    leases.whileHeld(Leases.DETECTION, held -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"writing families and patterns", "resolving", "writing clusters"})
  void aRunThatLostItsLeaseWritesNothingMore(String stage) {
    run(SILENT);
    long before = count("MATCH (c:Cluster {run: 'run-1'}) RETURN count(c)");
    assertThat(before).isPositive();
    AtomicBoolean lost = new AtomicBoolean();
    assertThatThrownBy(() ->
            run((at, done, of) -> {
              if (at.equals(stage) && lost.compareAndSet(false, true)) {
                loseTheLease();
              }
            }))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("lost the lease on detection");
    assertThat(lost).isTrue();
    assertThat(count("MATCH (c:Cluster {run: 'run-1'}) RETURN count(c)")).isEqualTo(before);
    assertThat(count("MATCH (n {run: 'run-2'}) WHERE n:Cluster OR n:Reseller RETURN count(n)"))
        .isZero();
    assertThat(count("MATCH (r:Run {complete: true}) RETURN count(r)")).isEqualTo(1);
    // it did not fail by itself: somebody does it anew
    assertThat(status.dueMarks().cutOff()).isEqualTo(1);
    run(SILENT);
    assertThat(status.dueMarks().cutOff()).isZero();
  }

  @Test
  void aRunThatFailsIsToldFromOneThatWasCutOff() {
    assertThatThrownBy(() ->
            run((at, done, of) -> {
              throw new IllegalStateException("on purpose");
            }))
        .hasMessage("on purpose");
    DueMarks failed = status.dueMarks();
    assertThat(failed.cutOff()).isZero();
    assertThat(failed.startedAt()).isNotNull();
    assertThat(failed.news()).isTrue();
    change("MATCH (r:Run) REMOVE r.status"); // as a process that died leaves it
    assertThat(status.dueMarks().cutOff()).isEqualTo(1);
  }

  @Test
  void newsAreWhatTheLatestCompleteRunDidNotFind() {
    assertThat(status.dueMarks().news()).isTrue();
    run(SILENT);
    assertThat(status.dueMarks().news()).isFalse();
    change("MATCH (b:Batch) SET b.read = 101"); // a batch that grew, stamped by a slow clock
    assertThat(status.dueMarks().news()).isTrue();
    run(SILENT);
    assertThat(status.dueMarks().news()).isFalse();
    change("MATCH (b:Batch) SET b.replaced = 1");
    assertThat(status.dueMarks().news()).isTrue();
    run(SILENT);
    change("MATCH (b:Batch) SET b.recordedAt = datetime() + duration('PT10M')"); // a fast clock
    assertThat(status.dueMarks().news()).isTrue();
    run(SILENT);
    assertThat(status.dueMarks().news()).isFalse();
  }

  @Test
  void saysWhetherSomebodyIsAtIt() {
    assertThat(status.dueMarks().held()).isFalse();
    leases.whileHeld(Leases.DETECTION, held -> assertThat(status.dueMarks().held()).isTrue());
    assertThat(status.dueMarks().held()).isFalse();
  }
}
