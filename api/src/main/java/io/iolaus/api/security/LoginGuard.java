package io.iolaus.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// Slows guessing down: after [#MOST] wrong passwords an address waits a minute, whether it then
/// has the right one or not. Addresses are counted apart, so that nobody can lock others out.
@Component
public class LoginGuard {

  static final int MOST = 10;

  public static final Duration PENALTY = Duration.ofMinutes(1);

  private final Cache<String, AtomicInteger> failures;

  LoginGuard() {
    this(Ticker.systemTicker());
  }

  LoginGuard(Ticker ticker) {
    this.failures =
        Caffeine.newBuilder().ticker(ticker).expireAfterWrite(PENALTY).maximumSize(10_000).build();
  }

  /// Whether this address may try now.
  public boolean allows(String address) {
    AtomicInteger count = failures.getIfPresent(address);
    return count == null || count.get() < MOST;
  }

  public void failed(String address) {
    failures.asMap().computeIfAbsent(address, a -> new AtomicInteger()).incrementAndGet();
  }

  public void succeeded(String address) {
    failures.invalidate(address);
  }
}
