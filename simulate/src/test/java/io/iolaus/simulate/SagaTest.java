package io.iolaus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.simulate.events.EventFolder;
import io.iolaus.simulate.saga.ExpectedEvent;
import io.iolaus.simulate.saga.Script.Story;
import io.iolaus.simulate.scoring.Truth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SagaTest {

  private static final Pattern ACCOUNT = Pattern.compile("\"account\":\"([^\"]+)\"");

  /// An instrument, a device, or how a prompt begins.
  private static final Pattern THING =
      Pattern.compile(
          "(\"instrument\":\"[^\"]+\"|\"kind\":\"device\",\"value\":\"[^\"]+\""
              + "|\"prompt\":\".{40})");

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
  void threeInTenComeBackWithOtherCardsAndMachinesAndTheSameTexts() throws IOException {
    new Saga(saga(5, Story.REGROWING)).write(folder);
    Truth truth = Truth.read(folder);
    Map<String, Set<String>> accounts = new HashMap<>();
    Map<String, Set<String>> shown = new HashMap<>();
    EventFolder.readAll(
        folder,
        (bytes, from, to) -> {
          String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
          Matcher account = ACCOUNT.matcher(line);
          Truth.Member who = account.find() ? truth.accounts().get(account.group(1)) : null;
          Matcher thing = THING.matcher(line);
          if (who != null && who.attack() && thing.find()) {
            accounts.computeIfAbsent(who.variant(), v -> new HashSet<>()).add(account.group(1));
            shown.computeIfAbsent(who.variant(), v -> new HashSet<>()).add(thing.group(1));
          }
        });
    assertThat(accounts.keySet()).containsExactlyInAnyOrder("first", "second");
    double part = accounts.get("second").size() / (double) accounts.get("first").size();
    assertThat(part).isCloseTo(0.3, within(0.05));
    Set<String> both = new HashSet<>(shown.get("first"));
    both.retainAll(shown.get("second"));
    assertThat(shown.get("second")).hasSizeGreaterThan(1);
    assertThat(both).isNotEmpty().allMatch(thing -> thing.startsWith("\"prompt\""));
  }

  @Test
  void refusesCrewsThatAreTooSmall() {
    assertThatThrownBy(
            () -> new SagaSpec(Arrays.asList(Story.values()), SagaSpec.of(1).evasion(), 9, 1))
        .hasMessage("accounts must be 10..1000, was 9");
  }
}
