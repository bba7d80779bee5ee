package io.iolaus.api.inbox;

import io.iolaus.api.metrics.IngestMetrics;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The background loader, in processes that have the role for it.
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  @Bean(initMethod = "start", destroyMethod = "close")
  @Nullable EventLoader eventLoader(
      ServerOptions server,
      Deliveries deliveries,
      Driver driver,
      Home home,
      Clock clock,
      IngestMetrics metrics) {
    if (!server.roles().contains(Role.INGEST)) {
      return null;
    }
    IngestService service =
        new IngestService(driver, home, home.site(), clock, IngestOptions.defaults());
    return new EventLoader(deliveries, service, metrics, driver::verifyConnectivity, FIRST_PAUSE);
  }
}
