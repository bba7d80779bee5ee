package io.iolaus.bench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  @Test
  void aRowSaysWhatIsAskedAndWhetherItIsMet() {
    Report report = new Report();
    report.row("strict F1", "≥ 0.97", Outcome.of(false), String.format(Locale.ROOT, "%.2f", 0.9));
    report.row("victims", "0", Outcome.of(true), String.format(Locale.ROOT, "%d of %d", 0, 12));
    report.row("decoys", "0 of 300", Outcome.OPEN, "0 of 12");
    assertThat(report.print().lines())
        .anyMatch(line -> line.matches("strict F1 +≥ 0\\.97 +NOT MET +0\\.90"))
        .anyMatch(line -> line.matches("victims +0 +met +0 of 12"))
        .contains("1 met, 1 not met, 1 with too few to say");
  }

  @Test
  void writesEveryFigure(@TempDir Path folder) throws IOException {
    Report report = new Report();
    report.figure("strict-f1-mean", "level 2", 0.5);
    report.figure("brier", "", 0.25);
    Path file = folder.resolve("table.csv");
    report.write(file);
    assertThat(Files.readAllLines(file))
        .containsExactly("measure,of,value", "strict-f1-mean,level 2,0.5", "brier,,0.25");
  }

  @Test
  void nothingIsMeasuredOnTheSeedsForTuning() {
    assertThatThrownBy(() -> TablePlan.full(4, 30))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("are for tuning");
    assertThat(DetectionTable.plan(List.of("full"))).isEqualTo(TablePlan.full(301, 325));
    assertThat(DetectionTable.plan(List.of())).isEqualTo(TablePlan.quick(301, 303));
    assertThat(DetectionTable.plan(List.of("401-402"))).isEqualTo(TablePlan.quick(401, 402));
    assertThatThrownBy(() -> DetectionTable.plan(List.of("whole")))
        .hasMessageEndingWith("was whole");
    assertThat(TablePlan.full(301, 325).nulls()).hasSize(20).doesNotContain(325L);
    assertThat(TablePlan.quick(301, 303).sweeps()).isEmpty();
  }
}
