package io.iolaus.api.load;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.iolaus.api.load.Bulkhead.Entry;
import io.iolaus.api.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Lets requests in, so many at once and so many a minute, and refuses the others soon.
///
/// Each kind of request has places of its own: whoever reads much does not keep others from
/// clicking. May be used by many threads.
@Component
public final class LoadGuard {

  /// Longer than a bucket takes to fill up again.
  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  private final Map<RequestKind, Bulkhead> bulkheads = new EnumMap<>(RequestKind.class);
  private final LoadingCache<String, Bucket> buckets;
  private final LoadProperties properties;
  private final MeterRegistry registry;

  LoadGuard(LoadProperties properties, MeterRegistry registry) {
    this.properties = properties;
    this.registry = registry;
    add(RequestKind.ORDINARY, properties.atOnce(), properties.atOncePerUser());
    add(RequestKind.HEAVY, properties.heavy(), properties.heavyPerUser());
    add(RequestKind.EXPORT, properties.exports(), properties.exportsPerUser());
    this.buckets =
        Caffeine.newBuilder().expireAfterAccess(REMEMBERED).build(user -> bucket(properties));
  }

  private static Bucket bucket(LoadProperties properties) {
    int most = properties.perMinute();
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
        .build();
  }

  private void add(RequestKind kind, int most, int perUser) {
    Bulkhead bulkhead = new Bulkhead(most, perUser, properties.patience());
    bulkheads.put(kind, bulkhead);
    Gauge.builder("iolaus.requests.running", bulkhead, Bulkhead::taken)
        .description("Requests that have a place")
        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  /// Let in with a place, or refused.
  sealed interface Outcome {
    /// It goes on.
    ///
    /// @param longest how long it may take
    record Admitted(Entry.Place place, Duration longest) implements Outcome {}

    /// It ends here.
    record Refused(Problem problem, long retryAfterSeconds) implements Outcome {}
  }

  Outcome admit(RequestKind kind, String user) throws InterruptedException {
    var probe = buckets.get(user).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
      return refused(
          new Problem(
              HttpStatus.TOO_MANY_REQUESTS,
              "too-many-requests",
              "More than "
                  + properties.perMinute()
                  + " requests a minute of this user: wait as long as Retry-After says"),
          seconds);
    }
    Bulkhead bulkhead = Objects.requireNonNull(bulkheads.get(kind));
    return switch (bulkhead.enter(user)) {
      case Entry.Place place ->
          new Outcome.Admitted(
              place,
              kind == RequestKind.EXPORT ? properties.exportLongest() : properties.longest());
      case Entry.UserFull full ->
          refused(
              new Problem(
                  HttpStatus.TOO_MANY_REQUESTS,
                  "too-many-at-once",
                  "More than "
                      + full.perUser()
                      + " requests of this kind are under way for this user: send the next when"
                      + " one is answered"),
              1);
      case Entry.Full _ ->
          refused(
              new Problem(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  "busy",
                  "More is asked for than this server does at once; nothing was done, try again in"
                      + " a moment"),
              2);
    };
  }

  private Outcome.Refused refused(Problem problem, long seconds) {
    Counter.builder("iolaus.requests.refused")
        .description("Requests refused because too much was asked for")
        .tag("code", problem.code())
        .register(registry)
        .increment();
    return new Outcome.Refused(problem, seconds);
  }
}
