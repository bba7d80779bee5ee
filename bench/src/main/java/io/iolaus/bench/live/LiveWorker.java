package io.iolaus.bench.live;

import io.iolaus.bench.write.BenchDatabase;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.kafka.KafkaIngest;
import io.iolaus.ingest.kafka.KafkaListener;
import io.iolaus.ingest.kafka.KafkaSource;
import io.iolaus.ingest.kafka.LiveOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.neo4j.driver.Driver;

/// The worker that is measured, as a process of its own, with the options of the command.
///
/// Arguments: address and password of the database, a home, brokers, topic.
public final class LiveWorker {

  private LiveWorker() {}

  public static void main(String[] args) throws Exception {
    KafkaListener listener =
        new KafkaListener() {
          @Override
          public void progress(IngestProgress progress) {}

          @Override
          public void notice(String text) {
            System.err.println(text);
          }
        };
    try (Driver driver = BenchDatabase.driver(args[0], args[1])) {
      new KafkaIngest(
              driver,
              Home.at(Path.of(args[2])),
              SiteSecret.of(new byte[32]),
              Clock.systemUTC(),
              new KafkaSource(args[3], args[4], "bench", Map.of()),
              LiveOptions.defaults(),
              listener)
          .run();
    }
  }
}
