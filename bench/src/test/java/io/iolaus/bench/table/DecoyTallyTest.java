package io.iolaus.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.scoring.Result;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Scoring;
import io.iolaus.simulate.scoring.Truth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DecoyTallyTest {

  private static final Truth TRUTH =
      new Truth(
          Map.of(
              "a", new Truth.Member("", "decoy", "D2", "D2-0", "unverified"),
              "b", new Truth.Member("", "decoy", "D2", "D2-0", "unverified"),
              "c", new Truth.Member("", "decoy", "D2", "D2-1", "contract"),
              "d", new Truth.Member("operator-1", "attack", "", ""),
              "e", new Truth.Member("", "background", "", "")),
          List.of());

  private static Judged judged(long seed, int level, Map<String, String> labelled, String review) {
    Result result =
        new Result(labelled, review.isEmpty() ? Map.of() : Map.of(review, "c-9"), List.of());
    return new Judged(
        ProvingSpec.of(Scale.S, seed).level(level), TRUTH, result, Scoring.score(TRUTH, result));
  }

  private static Score.Group group(DecoyTally tally, String title) {
    return Objects.requireNonNull(tally.groups().get(title));
  }

  @Test
  void countsAnInstanceOnceWhateverTheLevel() {
    DecoyTally tally = new DecoyTally();
    tally.add(judged(1, 0, Map.of(), "a"));
    tally.add(judged(1, 1, Map.of("b", "c-0", "d", "c-0"), ""));
    assertThat(group(tally, "D2")).isEqualTo(new Score.Group("D2", "", 3, 1, 1, 2, 1, 0));
    assertThat(group(tally, "D2 unverified"))
        .isEqualTo(new Score.Group("D2", "unverified", 2, 1, 1, 1, 1, 0));
    assertThat(tally.groups().keySet()).containsExactly("D2", "D2 contract", "D2 unverified");
  }

  @Test
  void instancesOfAnotherSeedAreOthers() {
    DecoyTally tally = new DecoyTally();
    tally.add(judged(1, 0, Map.of(), ""));
    tally.add(judged(2, 0, Map.of(), "c"));
    assertThat(group(tally, "D2").instances()).isEqualTo(4);
    assertThat(group(tally, "D2").reviewInstances()).isEqualTo(1);
    assertThat(group(tally, "D2 contract").instances()).isEqualTo(2);
  }

  @Test
  void tooFewInstancesShowNothing() {
    DecoyTally tally = new DecoyTally();
    Report report = new Report();
    tally.add(judged(1, 0, Map.of(), ""));
    InnocentRows.add(tally, report);
    assertThat(report.rows().getFirst().outcome()).isEqualTo(Outcome.OPEN);
    for (long seed = 2; seed <= 150; seed++) {
      tally.add(judged(seed, 0, Map.of(), ""));
    }
    Report enough = new Report();
    InnocentRows.add(tally, enough);
    assertThat(enough.rows().getFirst().outcome()).isEqualTo(Outcome.MET);
    tally.add(judged(151, 0, Map.of("c", "c-0"), ""));
    Report hit = new Report();
    InnocentRows.add(tally, hit);
    assertThat(hit.rows().getFirst().outcome()).isEqualTo(Outcome.MISSED);
  }
}
