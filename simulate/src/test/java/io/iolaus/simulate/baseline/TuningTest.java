package io.iolaus.simulate.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.simulate.scoring.Result;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Scoring;
import io.iolaus.simulate.scoring.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TuningTest {

  /// A ring of six on one card and a family of four; one attack account never shows itself.
  private static KnownPopulation population() {
    SmallWorld world =
        new SmallWorld()
            .card("ring", SmallWorld.many("a", 6))
            .card("family", "f1", "f2", "f3", "f4")
            .address("203.0.113.7", "a0", "f1");
    Map<String, Truth.Member> accounts = new HashMap<>();
    for (String account : SmallWorld.many("a", 7)) {
      accounts.put(account, new Truth.Member("A", "attack", "", ""));
    }
    for (String account : List.of("f1", "f2", "f3", "f4")) {
      accounts.put(account, new Truth.Member("", "decoy", "D8", "D8-0"));
    }
    return new KnownPopulation("small", world.observe(), new Truth(accounts, List.of()));
  }

  @Test
  void fitIsWhatScoringSays() {
    KnownPopulation population = population();
    Baseline baseline = SharedIdentifiers.plain();
    Parameters parameters = SmallWorld.all().with("kinds", "located");
    Grouping groups =
        baseline.filtered(
            baseline.group(population.observations(), parameters),
            population.observations(),
            parameters);
    Result result = groups.result(population.observations());

    KnownPopulation.Fit fit = population.fit(groups);

    Score score = Scoring.score(population.truth(), result);
    assertThat(fit.f1()).isCloseTo(score.strict().f1(), within(1e-12)).isLessThan(1);
    assertThat(fit.innocents()).isEqualTo(4).isEqualTo((int) score.labelledInnocents());
  }

  @Test
  void choosesWhatFindsTheRingAlone() {
    Tuning tuning = new Tuning(List.of(SharedIdentifiers.capped()));
    tuning.add(population());
    Tuning.Trial best = tuning.best(1).getFirst().trial();

    assertThat(best.innocentRate()).isZero();
    // Six of seven are found, each with six sevenths of the ring.
    assertThat(best.f1()).isCloseTo(2 * (36.0 / 49) / (36.0 / 49 + 1), within(1e-12));
    assertThat(best.parameters().text("kinds")).isEqualTo("owned");
  }

  @Test
  void boundOnInnocentsRulesSettingsOut() {
    List<Tuning.Trial> trials =
        List.of(
            new Tuning.Trial(Parameters.NONE.with("a", 1), 0.9, 0.2),
            new Tuning.Trial(Parameters.NONE.with("a", 2), 0.6, 0.0),
            new Tuning.Trial(Parameters.NONE.with("a", 3), 0.7, 0.01));

    assertThat(Tuning.best(trials, 1).f1()).isEqualTo(0.9);
    assertThat(Tuning.best(trials, 0.05).f1()).isEqualTo(0.7);
    assertThat(Tuning.best(trials, 0).f1()).isEqualTo(0.6);
    assertThat(Tuning.best(trials.subList(0, 1), 0).f1()).isEqualTo(0.9);
  }

  @Test
  void everyGridPointRunsAndGivesTheSameTwice() {
    KnownPopulation population = population();
    for (Baseline baseline : Baselines.all()) {
      Parameters first = baseline.grid().getFirst();
      assertThat(baseline.run(population.observations(), first))
          .as(baseline.id())
          .isEqualTo(baseline.run(population.observations(), first));
    }
  }

  @Test
  void tableHasARowForEachBaseline() {
    KnownPopulation population = population();

    for (List<Baseline> baselines : List.of(Baselines.all(), Baselines.singleFacets())) {
      Tuning tuning = new Tuning(baselines);
      tuning.add(population);
      BaselineTable table = new BaselineTable(tuning.best(1));
      table.add(population);
      table.add(population);

      assertThat(table.rows()).hasSameSizeAs(baselines);
      assertThat(table.rows().getFirst().score().worlds()).isEqualTo(2);
      assertThat(table.print(1)).contains(baselines.getLast().title(), "least=");
    }
  }

  @Test
  void settingsNeedAPopulation() {
    assertThatThrownBy(() -> new Tuning(Baselines.all()).best(1))
        .isInstanceOf(IllegalStateException.class);
  }
}
