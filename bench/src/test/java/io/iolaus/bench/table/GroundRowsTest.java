package io.iolaus.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.baseline.Baseline;
import io.iolaus.simulate.baseline.Baselines;
import io.iolaus.simulate.baseline.Tuning;
import io.iolaus.simulate.scoring.Result;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Scoring;
import io.iolaus.simulate.scoring.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroundRowsTest {

  private static final Truth TRUTH =
      new Truth(
          Map.of(
              "a", new Truth.Member("", "decoy", "D4", "D4-0"),
              "b", new Truth.Member("operator-1", "attack", "", "")),
          List.of());

  private static Score score(String labelled) {
    return Scoring.score(TRUTH, new Result(Map.of(labelled, "c-0"), Map.of(), List.of()));
  }

  private static Rivals.Rival rival(Baseline baseline, double f1, String labelled) {
    Tuning.Trial trial = new Tuning.Trial(baseline.grid().getFirst(), f1, 0);
    return new Rivals.Rival(new Tuning.Choice(baseline, trial), f1, 0, score(labelled));
  }

  private static List<Outcome> outcomes(double capped, String labelledByLastFacet) {
    List<Rivals.Rival> free = new ArrayList<>();
    Baselines.all().stream()
        .filter(b -> b.id().equals("B2"))
        .forEach(b -> free.add(rival(b, capped, "b")));
    for (Baseline facet : Baselines.singleFacets()) {
      free.add(rival(facet, 0.1, free.size() == 6 ? labelledByLastFacet : "a"));
    }
    Report report = new Report();
    GroundRows.hardness(new Rivals(2, 1, List.of(), free), report);
    return report.rows().stream().map(Report.Row::outcome).toList();
  }

  @Test
  void saysWhenTheGroundIsTooEasy() {
    assertThat(outcomes(0.49, "a")).containsExactly(Outcome.MET, Outcome.MET);
    assertThat(outcomes(0.5, "a")).containsExactly(Outcome.MISSED, Outcome.MET);
    assertThat(outcomes(0.49, "b")).containsExactly(Outcome.MET, Outcome.MISSED);
  }
}
