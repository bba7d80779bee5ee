package io.iolaus.cypher.database;

import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;

/// A driver, and what is to be done when it is closed.
record OpenDatabase(Driver driver, String uri, boolean owned, Runnable afterClose)
    implements Database {

  static OpenDatabase connect(
      String uri, Credentials credentials, boolean owned, Runnable afterClose) {
    return new OpenDatabase(driver(uri, credentials), uri, owned, afterClose);
  }

  // The driver's own log is off: it makes a text of each message, parameters and all, before it
  // asks whether anybody listens, which took an eighth of a load's work. What matters is thrown.
  @SuppressWarnings("deprecation")
  static Driver driver(String uri, Credentials credentials) {
    Config config =
        Config.builder()
            .withLogging(Logging.none())
            .withConnectionTimeout(10, TimeUnit.SECONDS)
            .withMaxConnectionPoolSize(50)
            .withTelemetryDisabled(true)
            .withUserAgent("iolaus")
            .build();
    return GraphDatabase.driver(uri, credentials.token(), config);
  }

  @Override
  public void close() {
    try {
      driver.close();
    } finally {
      afterClose.run();
    }
  }
}
