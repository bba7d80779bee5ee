package io.iolaus.api.alert;

import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.alert.AlertOutbox;
import io.iolaus.cypher.alert.AlertRaiser;
import io.iolaus.cypher.alert.AlertReader;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.lease.Leases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Processes that detect raise alerts and send them: theirs is the way out of the house. Every one
/// that answers lists and streams them.
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

  @Bean
  AlertReader alertReader(Driver driver) {
    return new AlertReader(driver);
  }

  @Bean
  AlertOutbox alertOutbox(Driver driver) {
    return new AlertOutbox(driver);
  }

  @Bean
  @Nullable AlertFollower alertFollower(
      ServerOptions options, Driver driver, AlertProperties properties, Clock clock) {
    return options.roles().contains(Role.DETECT)
        ? new AlertFollower(new AlertRaiser(driver, properties.rules(), clock))
        : null;
  }

  @Bean
  @Nullable AlertSender alertSender(
      ServerOptions options,
      AlertProperties properties,
      AlertOutbox outbox,
      Leases leases,
      Home home,
      Clock clock,
      JsonMapper json) {
    return options.roles().contains(Role.DETECT)
        ? new AlertSender(
            channels(properties, home, clock, json), outbox, leases, properties, clock)
        : null;
  }

  /// The channels that are configured.
  static List<AlertChannel> channels(
      AlertProperties properties, Home home, Clock clock, JsonMapper json) {
    List<AlertChannel> channels = new ArrayList<>();
    AlertLinks links = new AlertLinks(properties.url());
    properties
        .webhook()
        .address()
        .ifPresent(address ->
            channels.add(
                new WebhookChannel(
                    address,
                    properties.webhook(),
                    new WebhookSecret(home.webhookSecret()),
                    new AlertJson(json, links),
                    clock)));
    if (properties.mail().configured()) {
      channels.add(new MailChannel(properties.mail(), home, new AlertText(links)));
    }
    return channels;
  }
}
