package io.iolaus.api.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.iolaus.cypher.lease.Leases;
import io.iolaus.cypher.test.Neo4jTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@Neo4jTest
class DetectionJobIT {

  @Test
  void runsOnceAtATimeInAndAmongProcesses(Driver driver) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger elsewhere = new AtomicInteger();
    DetectionJob one =
        new DetectionJob(
            new Leases(driver, Duration.ofMinutes(1)),
            held -> {
              begun.countDown();
              await().until(() -> end.getCount() == 0);
            });
    DetectionJob other =
        new DetectionJob(
            new Leases(driver, Duration.ofMinutes(1)), held -> elsewhere.incrementAndGet());
    try {
      assertThat(one.start()).isTrue();
      begun.await();
      assertThat(one.start()).isFalse();
      assertThat(other.start()).isTrue();
      await().until(() -> !other.running());
      assertThat(elsewhere).hasValue(0);

      end.countDown();
      await().until(() -> !one.running());
      assertThat(other.start()).isTrue();
      await().until(() -> elsewhere.get() == 1);
    } finally {
      one.close();
      other.close();
    }
  }

  @Test
  void aRunThatFailsDoesNotStopTheNext(Driver driver) {
    AtomicInteger runs = new AtomicInteger();
    DetectionJob job =
        new DetectionJob(
            new Leases(driver, Duration.ofMinutes(1)),
            held -> {
              runs.incrementAndGet();
              throw new IllegalStateException("on purpose");
            });
    job.start();
    await().until(() -> !job.running());
    job.start();
    await().until(() -> runs.get() == 2);
    job.close();
  }
}
