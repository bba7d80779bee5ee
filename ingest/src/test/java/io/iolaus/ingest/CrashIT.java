package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.write.WriteHook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

@Neo4jTest
class CrashIT {

  private static final IngestOptions MANY_SEGMENTS = new IngestOptions(2, 60_000, 20_000, true);

  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  /// Stops a load at its `n`-th step.
  private static final class StopAt implements WriteHook {

    private final AtomicInteger left;

    StopAt(int step) {
      left = new AtomicInteger(step);
    }

    private void step() {
      if (left.decrementAndGet() == 0) {
        throw new Stopped();
      }
    }

    @Override
    public void sealed(String batch, int segment) {
      step();
    }

    @Override
    public void partWritten(String part) {
      step();
    }

    @Override
    public void segmentWritten(String batch, int segment) {
      step();
    }
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void loadStoppedAnywhereEndsLikeAnUndisturbedOne() throws Exception {
    List<String> lines = new ArrayList<>(SampleLines.of(11, 500));
    for (int i = 20; i < lines.size(); i += 60) {
      lines.set(i, "broken " + i);
      String event =
          "{\"type\":\"exchange\",\"account\":\"acc-1\",\"at\":\"2026-04-01T10:00:00Z\",\"count\":%d,\"eventId\":\"e\"}";
      lines.set(i + 1, event.formatted(1 + i % 2));
      lines.set(i + 2, event.formatted(2));
    }
    Path file = loads.file("a.ndjson", lines);
    loads.load(MANY_SEGMENTS, file);
    List<String> graph = loads.graph();
    var batch = loads.batch();
    List<String> letters = loads.deadLetters();

    for (int step : new int[] {1, 2, 5, 9, 14, 20, 27}) {
      loads.clear();
      assertThatThrownBy(
              () ->
                  loads
                      .service(MANY_SEGMENTS, new StopAt(step))
                      .ingest(List.of(Source.file(file)), IngestListener.NONE))
          .as("step %d is reached", step)
          .isInstanceOf(Stopped.class);
      loads.load(MANY_SEGMENTS, file);
      assertThat(loads.graph()).as("stopped at step %d", step).isEqualTo(graph);
      assertThat(loads.deadLetters()).as("stopped at step %d", step).isEqualTo(letters);
      assertThat(loads.batch()).as("stopped at step %d", step).isEqualTo(batch);
      assertThat(loads.query("MATCH (p:BatchPart) RETURN p")).isEmpty();
    }
  }

  @Test
  void stoppedTwiceAndLoadedFromAnotherSourceFirst() throws Exception {
    Path file = loads.file("a.ndjson", SampleLines.of(12, 300));
    Path other = loads.file("b.ndjson", SampleLines.of(13, 200));
    loads.load(MANY_SEGMENTS, other, file);
    List<String> graph = loads.graph();
    loads.clear();
    for (int step : new int[] {3, 4}) {
      assertThatThrownBy(
              () ->
                  loads
                      .service(MANY_SEGMENTS, new StopAt(step))
                      .ingest(List.of(Source.file(file)), IngestListener.NONE))
          .isInstanceOf(Stopped.class);
    }
    loads.load(MANY_SEGMENTS, other, file);
    assertThat(loads.graph()).isEqualTo(graph);
  }
}
