package io.iolaus.cypher.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

class GraphWriterTest {

  private static final RetryLimits SHORT =
      new RetryLimits(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(400));

  @Test
  void givesUpOnAnAbsentDatabaseWhenPatienceIsAtItsEndAndSaysOnceThatItWaits() throws Exception {
    List<String> notices = new ArrayList<>();
    try (Driver nobody = driver(closedPort())) {
      GraphWriter graph = new GraphWriter(nobody, SHORT, notices::add);
      assertThatThrownBy(() -> graph.write(transaction -> "never"))
          .isInstanceOf(ServiceUnavailableException.class);
      assertThat(graph.retries()).isPositive();
    }
    assertThat(notices).hasSize(1);
    assertThat(notices.getFirst()).contains("does not answer").contains("nothing is lost");
  }

  @Test
  void runsOnceWithoutPatience() throws Exception {
    try (Driver nobody = driver(closedPort())) {
      GraphWriter graph =
          new GraphWriter(nobody, SHORT.withPatience(Duration.ZERO), OutageListener.NONE);
      assertThatThrownBy(() -> graph.write(transaction -> "never"))
          .isInstanceOf(ServiceUnavailableException.class);
      assertThat(graph.retries()).isZero();
    }
  }

  @Test
  void endsTheWaitWhenItIsNoLongerWanted() throws Exception {
    AtomicBoolean gaveUp = new AtomicBoolean();
    OutageListener listener =
        new OutageListener() {
          @Override
          public void notice(String text) {
            gaveUp.set(true);
          }

          @Override
          public boolean gaveUp() {
            return gaveUp.get();
          }
        };
    try (Driver nobody = driver(closedPort())) {
      GraphWriter graph = new GraphWriter(nobody, RetryLimits.DEFAULT, listener);
      long start = System.nanoTime();
      assertThatThrownBy(() -> graph.write(transaction -> "never"))
          .isInstanceOf(ServiceUnavailableException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(graph.retries()).isZero();
    }
  }

  @Test
  void pausesGrowToTheLongest() {
    RetryLimits limits =
        new RetryLimits(Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofMinutes(2));
    assertThat(List.of(1, 2, 3, 7, 8, 1000).stream().map(limits::before).map(Duration::toMillis))
        .containsExactly(100L, 200L, 400L, 6_400L, 10_000L, 10_000L);
  }

  private static Driver driver(int port) {
    return GraphDatabase.driver(
        "bolt://127.0.0.1:" + port,
        AuthTokens.none(),
        Config.builder().withConnectionTimeout(1, TimeUnit.SECONDS).build());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
