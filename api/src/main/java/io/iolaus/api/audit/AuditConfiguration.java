package io.iolaus.api.audit;

import io.iolaus.cypher.audit.AuditLog;
import io.iolaus.cypher.audit.AuditReader;
import io.iolaus.cypher.home.Home;
import java.time.Clock;
import org.neo4j.driver.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of the audit. Neither asks the database for anything before it is used.
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  private static final Logger log = LoggerFactory.getLogger(AuditConfiguration.class);

  /// Closed with the server: anchors its last entry. Anchors go to the log too, which is carried
  /// away where logs are collected.
  @Bean
  AuditLog auditLog(Driver driver, Home home, Clock clock) {
    return new AuditLog(driver, home, clock, anchor -> log.info("audit anchor {}", anchor.line()));
  }

  @Bean
  AuditReader auditReader(Driver driver) {
    return new AuditReader(driver);
  }
}
