package io.iolaus.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.iolaus.api.audit.AuditFold;
import io.iolaus.api.audit.RequestActors;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Slows guessing down: after [#MOST] wrong passwords in a minute an address waits, whether it then
/// has the right one or not, and after [#MOST_NAMED] a name waits, wherever they came from.
///
/// So that nobody can lock others out, addresses are counted apart, and a name stays open to those
/// that its owner logged in from.
@Component
public final class LoginGuard {

  static final int MOST = 10;

  static final int MOST_NAMED = 20;

  /// Of codes of second factors for one name: whoever guesses at these has the password.
  static final int MOST_CODES = 5;

  /// Of logins by the identity provider that were refused, of one address in a minute: nothing can
  /// be guessed there, but each asks the provider.
  static final int MOST_SIGN_ONS = 30;

  public static final Duration PENALTY = Duration.ofMinutes(1);

  public static final Duration CODE_PENALTY = Duration.ofMinutes(15);

  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Cache<String, AtomicInteger> addresses;
  private final Cache<String, AtomicInteger> names;
  private final Cache<String, AtomicInteger> codes;
  private final Cache<String, AtomicInteger> signOns;
  private final Cache<Known, Boolean> known;
  private final AuditFold audit;

  /// Where a user logged in from.
  private record Known(String name, String address) {}

  @Autowired
  LoginGuard(AuditFold audit) {
    this(audit, Ticker.systemTicker());
  }

  LoginGuard(AuditFold audit, Ticker ticker) {
    this.audit = audit;
    this.addresses = counters(ticker, PENALTY);
    this.names = counters(ticker, PENALTY);
    this.codes = counters(ticker, CODE_PENALTY);
    this.signOns = counters(ticker, PENALTY);
    this.known =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();
  }

  private static Cache<String, AtomicInteger> counters(Ticker ticker, Duration lasting) {
    return Caffeine.newBuilder()
        .ticker(ticker)
        .expireAfterWrite(lasting)
        .maximumSize(10_000)
        .build();
  }

  /// Whether this address may try now.
  public boolean allows(String address) {
    boolean allowed = below(MOST, addresses, address);
    if (!allowed) {
      record(address, "too-many-attempts");
    }
    return allowed;
  }

  /// Whether this address may try this name now.
  public boolean allows(String address, String name) {
    if (!allows(address)) {
      return false;
    }
    boolean allowed =
        below(MOST_NAMED, names, name) || known.getIfPresent(new Known(name, address)) != null;
    if (!allowed) {
      record(address, "too-many-attempts");
    }
    return allowed;
  }

  /// Whether codes of the second factor of this name may be tried now.
  public boolean allowsCode(String name) {
    return below(MOST_CODES, codes, name);
  }

  /// Whether somebody from this address may come by the identity provider now.
  public boolean allowsSignOn(String address) {
    return below(MOST_SIGN_ONS, signOns, address);
  }

  /// Somebody came by the identity provider and was not let in.
  public void signOnRefused(String address, String code) {
    record(address, code);
    count(signOns, address);
  }

  private static boolean below(int most, Cache<String, AtomicInteger> counters, String key) {
    AtomicInteger count = counters.getIfPresent(key);
    return count == null || count.get() < most;
  }

  void failed(String address) {
    record(address, "login-failed");
    count(addresses, address);
  }

  public void failed(String address, String name) {
    failed(address);
    count(names, name);
  }

  public void codeFailed(String name) {
    count(codes, name);
  }

  private void record(String address, String code) {
    audit.add(
        AuditNote.of(
            RequestActors.stranger(address),
            AuditAct.LOGIN,
            "",
            "",
            AuditOutcome.REFUSED,
            null,
            Map.of("code", code)));
  }

  private static void count(Cache<String, AtomicInteger> counters, String key) {
    counters.asMap().computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
  }

  /// Failures stay counted: who has one account must not clear the way to guess at another.
  public void succeeded(String address, String name) {
    known.put(new Known(name, address), true);
  }

  public void codeSucceeded(String name) {
    codes.invalidate(name);
  }
}
