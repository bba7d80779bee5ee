package io.iolaus.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.Loads;
import io.iolaus.ingest.SampleLines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

@KafkaTest
class KafkaIngestIT {

  private Loads loads;
  private KafkaBroker broker;

  @BeforeEach
  void start(Driver driver, KafkaBroker broker, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
    this.broker = broker;
  }

  private IngestSummary toEnd(String topic) throws Exception {
    return Worker.toEnd(loads.driver, loads.home(), broker, topic);
  }

  @Test
  void sameLinesThroughFileAndTopicGiveTheSameGraph() throws Exception {
    List<String> lines = SampleLines.of(1, 3000);
    loads.load(loads.file("a.ndjson", lines));
    List<String> expected = loads.graph();
    loads.clear();
    broker.topic("same", 3).send("same", lines);
    IngestSummary summary = toEnd("same");
    assertThat(loads.graph()).isEqualTo(expected);
    assertThat(summary.counts().read()).isEqualTo(3000);
    IngestSummary again = toEnd("same");
    assertThat(again.counts().read()).isZero();
    assertThat(loads.graph()).isEqualTo(expected);
  }
}
