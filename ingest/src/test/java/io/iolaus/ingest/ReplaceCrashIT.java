package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.detect.DetectionListener;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.HomeException;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// A replacement that is stopped behind any of its steps is brought to its end by whoever opens the
/// home next, and nobody else gets in between.
@Neo4jTest
class ReplaceCrashIT {

  private static final IngestOptions SMALL_PARTS = new IngestOptions(1, 40_000, 15_000, true);

  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  private static final class StopAt implements WriteHook {

    private final int last;
    private int steps;

    StopAt(int last) {
      this.last = last;
    }

    private void step() {
      if (++steps == last) {
        throw new Stopped();
      }
    }

    @Override
    public void sealed(String batch, int segment) {
      step();
    }

    @Override
    public void writing(String batch, int segment, int parts) {
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

  private void replace(String batch, Path file, WriteHook hook) throws IOException {
    try (IngestSession session = loads.service(SMALL_PARTS, hook).open(IngestListener.NONE)) {
      session.replace(batch, Source.file(file));
    }
  }

  private boolean isUnderWay() {
    return !loads
        .query("MATCH (s:Sequence {id: 'batch'}) WHERE s.replacing IS NOT NULL RETURN s")
        .isEmpty();
  }

  @Test
  void stoppedAnywhereItEndsAlike(@TempDir Path elsewhere) throws Exception {
    Path a = loads.file("a.ndjson", NastyLines.of(1, 120));
    Path b = loads.file("b.ndjson", NastyLines.of(2, 90));
    Path corrected = loads.file("c.ndjson", NastyLines.of(3, 90));
    String batch = loads.load(a).sources().getFirst().batch().orElseThrow();
    loads.load(b);
    List<String> before = GraphDigest.wholeLines(loads.driver);
    StopAt counting = new StopAt(Integer.MAX_VALUE);
    replace(batch, corrected, counting);
    List<String> expected = GraphDigest.wholeLines(loads.driver);
    List<String> letters = loads.deadLetters();
    assertThat(counting.steps).isGreaterThan(6);

    int underWay = 0;
    for (int step = 1; step <= counting.steps; step++) {
      loads.clear();
      loads.load(a);
      loads.load(b);
      int last = step;
      assertThatThrownBy(() -> replace(batch, corrected, new StopAt(last)))
          .isInstanceOf(Stopped.class);
      if (isUnderWay()) {
        underWay++;
        assertThatThrownBy(() ->
                TestIngest.service(loads.driver, Home.at(elsewhere), SMALL_PARTS, WriteHook.NONE)
                    .ingest(
                        List.of(Source.file(loads.file("d.ndjson", SampleLines.of(4, 5)))),
                        IngestListener.NONE))
            .isInstanceOf(HomeException.class)
            .hasMessageContaining("batch " + batch + " is being replaced from another home");
        assertThatThrownBy(() ->
                new DetectionService(loads.driver, DetectorCatalog.load(), Clock.systemUTC())
                    .run(DetectionOptions.DEFAULT, DetectionListener.SILENT))
            .isInstanceOf(HomeException.class)
            .hasMessageContaining("was cut short");
        loads.load(b); // Whatever is done on the home finishes it first.
        SameGraph.assertSame(
            GraphDigest.wholeLines(loads.driver), expected, "step " + step + ", any load");
      } else if (last < counting.steps) {
        SameGraph.assertSame(
            GraphDigest.wholeLines(loads.driver), before, "step " + step + ", not begun");
      }
      replace(batch, corrected, WriteHook.NONE);
      SameGraph.assertSame(
          GraphDigest.wholeLines(loads.driver), expected, "step " + step + ", the same again");
      assertThat(loads.deadLetters()).isEqualTo(letters);
      assertThat(loads.home().journal().resolve("replacing")).doesNotExist();
    }
    assertThat(underWay).isGreaterThan(3);
  }
}
