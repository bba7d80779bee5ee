package io.iolaus.ingest.kafka;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/// A worker that reads a topic until it is killed, as a process of its own; prints a line for each
/// window.
///
/// Arguments: address and password of the database, a home, brokers, topic.
public final class WorkerProcess {

  private WorkerProcess() {}

  public static void main(String[] args) throws Exception {
    KafkaSource source =
        new KafkaSource(
            args[3],
            args[4],
            "test",
            Map.of("session.timeout.ms", "2000", "heartbeat.interval.ms", "500"));
    KafkaListener listener =
        new KafkaListener() {
          @Override
          public void progress(io.iolaus.ingest.IngestProgress progress) {}

          @Override
          public void written(String partition, long lines, long rejected, Duration age) {
            System.out.println("window " + partition + " " + lines);
          }

          @Override
          public void notice(String text) {
            System.out.println("notice " + text);
          }
        };
    try (Driver driver = GraphDatabase.driver(args[0], AuthTokens.basic("neo4j", args[1]))) {
      new KafkaIngest(
              driver,
              Home.at(Path.of(args[2])),
              SiteSecret.of(new byte[32]),
              Clock.systemUTC(),
              source,
              Worker.OPTIONS,
              listener)
          .run();
    }
  }
}
