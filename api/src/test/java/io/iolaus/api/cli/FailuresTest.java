package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.home.HomeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

class FailuresTest {

  @Test
  void namesTheRemedy() {
    assertThat(explain(new NoSuchFileException("/a")))
        .isEqualTo("there is no file /a: check the path");
    assertThat(explain(new AccessDeniedException("/a")))
        .isEqualTo("no access to /a: check its owner and mode");
    assertThat(explain(new UncheckedIOException(new NoSuchFileException("/a"))))
        .isEqualTo("there is no file /a: check the path");
    assertThat(explain(new ServiceUnavailableException("gone")))
        .isEqualTo(
            "the database has stopped answering: nothing is lost, start it again if it is your own"
                + " and run the same command; the log of the local one is /h/logs/neo4j-local.log");
  }

  @Test
  void findsAFullDiskInAnyCause() {
    IOException full = new IOException("No space left on device");
    assertThat(explain(new HomeException("cannot write", full)))
        .isEqualTo("the disk that holds /h is full: free some space and try again");
  }

  @Test
  void saysHowToGiveMoreMemoryWhicheverThreadNeededIt() {
    assertThat(explain(new CompletionException(new OutOfMemoryError("Java heap space"))))
        .startsWith("not enough memory: the program may take ")
        .endsWith(" MB, give it more with IOLAUS_HEAP, for example 6g");
  }

  @Test
  void isOneLineWhateverTheLibrarySays() {
    assertThat(explain(new IllegalArgumentException("bad\n  value\n"))).isEqualTo("bad; value");
    assertThat(explain(new IllegalStateException()))
        .isEqualTo("this is a fault of ours: IllegalStateException (--debug shows where)");
  }

  private static String explain(Throwable error) {
    return Failures.explain(error, Path.of("/h"));
  }
}
