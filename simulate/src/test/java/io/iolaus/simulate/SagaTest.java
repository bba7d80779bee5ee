package io.iolaus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.simulate.saga.ExpectedEvent;
import io.iolaus.simulate.saga.Script.Story;
import io.iolaus.simulate.scoring.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SagaTest {

  @TempDir private Path folder;

  private static SagaSpec saga(long seed, Story... stories) {
    return SagaSpec.of(seed).stories(List.of(stories));
  }

  @Test
  void theSameSpecGivesTheSameBytes() throws IOException {
    new Saga(SagaSpec.of(3)).write(folder.resolve("a"));
    new Saga(SagaSpec.of(3)).write(folder.resolve("b"));
    for (int step = 1; step <= Saga.RUNS; step++) {
      assertThat(Saga.step(folder.resolve("a"), step))
          .hasSameBinaryContentAs(Saga.step(folder.resolve("b"), step));
    }
    assertThat(folder.resolve("a/truth_lineage.csv"))
        .hasSameTextualContentAs(folder.resolve("b/truth_lineage.csv"));
  }

  @ParameterizedTest
  @EnumSource
  void eachStoryHasItsTurningPoints(Story story) throws IOException {
    List<ExpectedEvent> events = new Saga(saga(5, story)).write(folder);
    List<String> turning =
        switch (story) {
          case GROWING -> List.of("born", "grew");
          case FADING -> List.of("born", "shrank");
          case REGROWING, RESTING -> List.of("born", "dormant", "regrew");
          case MERGING -> List.of("born", "born", "merged");
          case SPLITTING -> List.of("born", "dormant", "split");
        };
    assertThat(events).extracting(ExpectedEvent::kind).containsSubsequence(turning);
    assertThat(events).extracting(ExpectedEvent::run).isSorted();
    assertThat(Files.readAllLines(folder.resolve("truth_lineage.csv")))
        .hasSize(events.size() + 1)
        .startsWith("run,event,before,after");
  }

  @Test
  void threeInTenComeBackWithNothingButTheirManner() throws IOException {
    new Saga(saga(5, Story.REGROWING)).write(folder);
    Truth truth = Truth.read(folder);
    long operated = truth.accounts().values().stream().filter(Truth.Member::attack).count();
    assertThat(operated).isBetween(40L, 80L);
    assertThat(truth.accounts()).hasSizeGreaterThan(1_000);
  }

  @Test
  void refusesCrewsThatAreTooSmall() {
    assertThatThrownBy(
            () -> new SagaSpec(Arrays.asList(Story.values()), SagaSpec.of(1).evasion(), 9, 1))
        .hasMessage("accounts must be 10..1000, was 9");
  }
}
