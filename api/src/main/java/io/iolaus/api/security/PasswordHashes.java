package io.iolaus.api.security;

import io.iolaus.core.access.Passwords;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes of passwords: Argon2id with 19 MiB, two passes and one lane (the least that OWASP's
/// Password Storage Cheat Sheet advises), a few at a time, so that people who log in cannot take
/// the memory of those who work.
@Component
public final class PasswordHashes {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;

  private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);

  private final Semaphore places;

  private final Duration patience;

  private final String nobodys;

  public PasswordHashes() {
    this(AT_ONCE, PATIENCE);
  }

  PasswordHashes(int atOnce, Duration patience) {
    this.places = new Semaphore(atOnce, true);
    this.patience = patience;
    this.nobodys = encode(Passwords.generated());
  }

  /// The hash of a password that is normalized.
  ///
  /// @throws BusyException when too many are at it
  public String hash(String password) {
    return inTurn(() -> encode(password));
  }

  /// Whether a password is that of the hash. Takes as long where there is none.
  ///
  /// @throws BusyException when too many are at it
  boolean matches(String password, @Nullable String hash) {
    String normal = Passwords.normalized(password);
    boolean equal = inTurn(() -> encoder.matches(normal, hash == null ? nobodys : hash));
    return equal && hash != null;
  }

  private String encode(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("a password has a hash");
    }
    return hash;
  }

  private <T> T inTurn(java.util.function.Supplier<T> work) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  /// More people log in than can be checked at once.
  static final class BusyException
      extends org.springframework.security.authentication.AuthenticationServiceException {
    private static final long serialVersionUID = 1L;

    BusyException() {
      super("too many log in at once");
    }
  }
}
