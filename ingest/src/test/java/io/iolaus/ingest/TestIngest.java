package io.iolaus.ingest;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.write.WriteHook;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.neo4j.driver.Driver;

/// The service with a clock that stands still and a hook that hears of each step.
public final class TestIngest {

  private TestIngest() {}

  /// With a secret of zeros: the same for every home.
  public static IngestService service(
      Driver driver, Home home, IngestOptions options, WriteHook hook) {
    return service(driver, home, SiteSecret.of(new byte[SiteSecret.KEY_BYTES]), options, hook);
  }

  /// With a secret of its own.
  public static IngestService service(
      Driver driver, Home home, SiteSecret secret, IngestOptions options, WriteHook hook) {
    Clock clock = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
    return new IngestService(driver, home, secret, clock, options, hook);
  }
}
