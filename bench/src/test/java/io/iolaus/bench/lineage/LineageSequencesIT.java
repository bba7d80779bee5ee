package io.iolaus.bench.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.simulate.SagaSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

/// Scripted sequences of ten runs give exactly the events that the script's truth demands.
@Neo4jTest
class LineageSequencesIT {

  /// Seeds of the sagas: `-Dsagas=1-10`; each build plays four.
  static LongStream seeds() {
    String[] ends = System.getProperty("sagas", "1-4").split("-", -1);
    return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachRunRecordsWhatHappenedAndNothingElse(long seed, Driver driver, @TempDir Path folder)
      throws IOException {
    TestGraph.empty(driver);
    SagaRuns saga = SagaRuns.play(SagaSpec.of(seed), driver, folder);
    assertThat(saga.recorded()).isEqualTo(saga.expected());
  }
}
