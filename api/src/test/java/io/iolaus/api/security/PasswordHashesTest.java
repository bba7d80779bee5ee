package io.iolaus.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {

  private static final String PASSWORD = "correct horse battery";

  @Test
  void knowsAPasswordByItsHashAlone() {
    PasswordHashes hashes = new PasswordHashes();
    String hash = hashes.hash(PASSWORD);

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
    assertThat(hashes.hash(PASSWORD)).isNotEqualTo(hash);
    assertThat(hashes.matches(PASSWORD, hash)).isTrue();
    assertThat(hashes.matches(PASSWORD + " ", hash)).isFalse();
    assertThat(hashes.matches(PASSWORD, null)).isFalse();
  }

  @Test
  void whoCannotBeCheckedInTimeHearsSo() {
    PasswordHashes full = new PasswordHashes(0, Duration.ofMillis(1));

    assertThatThrownBy(() -> full.hash(PASSWORD)).isInstanceOf(PasswordHashes.BusyException.class);
    assertThatThrownBy(() -> full.matches(PASSWORD, null))
        .isInstanceOf(PasswordHashes.BusyException.class);
  }

  @Test
  void aPlaceIsFreeAgainAfterEachCheck() throws Exception {
    PasswordHashes one = new PasswordHashes(1, Duration.ofSeconds(60));
    String hash = one.hash(PASSWORD);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> checks =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> one.matches(PASSWORD, hash)))
              .toList();
      for (Future<Boolean> check : checks) {
        assertThat(check.get()).isTrue();
      }
    }
  }
}
