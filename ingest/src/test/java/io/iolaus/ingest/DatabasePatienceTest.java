package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

class DatabasePatienceTest {

  private static final Duration PAUSE = Duration.ofMillis(1);

  private final List<String> notices = new ArrayList<>();
  private boolean stopped;
  private int tries;

  private final IngestListener listener =
      new IngestListener() {
        @Override
        public void progress(IngestProgress progress) {}

        @Override
        public void notice(String text) {
          notices.add(text);
        }

        @Override
        public boolean stopped() {
          return stopped;
        }
      };

  private String insist(Duration patience, int failures, RuntimeException failure)
      throws IOException {
    return new DatabasePatience(patience, PAUSE, listener)
        .insist(() -> {
          if (tries++ < failures) {
            throw failure;
          }
          return "done";
        });
  }

  @Test
  void triesAgainUntilTheDatabaseAnswers() throws IOException {
    assertThat(insist(Duration.ofMinutes(1), 3, new ServiceUnavailableException("gone")))
        .isEqualTo("done");
    assertThat(notices)
        .hasSize(4)
        .contains("the database does not answer: trying again for 60 s; nothing is lost")
        .endsWith("the database answers again");
  }

  @Test
  void endsWithTheErrorWhenPatienceIsAtItsEnd() {
    assertThatThrownBy(
            () -> insist(Duration.ofMillis(20), 1_000_000, new ServiceUnavailableException("gone")))
        .isInstanceOf(ServiceUnavailableException.class);
    assertThat(tries).isBetween(2, 30);
  }

  @Test
  void whatTryingAgainDoesNotHelpIsNotTriedAgain() {
    assertThatThrownBy(() -> insist(Duration.ofMinutes(1), 9, new ClientException("wrong")))
        .isInstanceOf(ClientException.class);
    assertThat(tries).isEqualTo(1);
    assertThat(notices).isEmpty();
  }

  @Test
  void aStopEndsTheWait() {
    stopped = true;
    assertThatThrownBy(
            () -> insist(Duration.ofMinutes(1), 9, new ServiceUnavailableException("gone")))
        .isInstanceOf(IngestStoppedException.class);
  }
}
