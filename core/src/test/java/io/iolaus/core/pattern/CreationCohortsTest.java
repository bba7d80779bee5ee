package io.iolaus.core.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CreationCohortsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /// Accounts created evenly by chance over sixty days.
  private static List<Instant> everybody(int accounts, long seed) {
    Random random = new Random(seed);
    List<Instant> created = new ArrayList<>();
    for (int a = 0; a < accounts; a++) {
      created.add(START.plusSeconds(random.nextInt(60 * 86_400)));
    }
    return created;
  }

  private static void burst(List<Instant> created, int accounts, Duration over) {
    for (int a = 0; a < accounts; a++) {
      created.add(START.plus(Duration.ofDays(30)).plus(over.multipliedBy(a).dividedBy(accounts)));
    }
  }

  @Test
  void aBurstWithinTheHourIsACohort() {
    List<Instant> created = everybody(1_000, 1);
    burst(created, 20, Duration.ofMinutes(30));
    List<Pattern> cohorts = CreationCohorts.find(created);
    assertThat(cohorts).hasSize(1);
    assertThat(cohorts.getFirst().members()).contains(java.util.stream.IntStream.range(1_000, 1_020).toArray());
    assertThat(cohorts.getFirst().members().length).isLessThan(26);
    assertThat(cohorts.getFirst().label()).contains("2026-01-3");
  }

  @Test
  void creationByChanceHasNoBursts() {
    for (long seed = 0; seed < 10; seed++) {
      assertThat(CreationCohorts.find(everybody(2_000, seed))).isEmpty();
    }
  }

  @Test
  void theEndsOfTheDataAreNotTakenForABurst() {
    // 28 an hour, evenly: half of the weeks around the last day are still to come
    assertThat(CreationCohorts.find(everybody(40_000, 2))).isEmpty();
  }

  @Test
  void theSameNumberSpreadOverADayIsNone() {
    List<Instant> created = everybody(1_000, 1);
    burst(created, 20, Duration.ofHours(24));
    assertThat(CreationCohorts.find(created)).isEmpty();
  }

  @Test
  void whatIsABurstDependsOnHowManyComeAnyway() {
    List<Instant> busy = everybody(40_000, 1);
    burst(busy, 10, Duration.ofMinutes(30)); // 28 an hour come anyway
    assertThat(CreationCohorts.find(busy)).isEmpty();
    List<Instant> quiet = everybody(1_000, 1);
    burst(quiet, 10, Duration.ofMinutes(30));
    assertThat(CreationCohorts.find(quiet)).hasSize(1);
  }

  @Test
  void unknownMomentsAreLeftOut() {
    List<Instant> created = everybody(500, 1);
    for (int a = 0; a < 50; a++) {
      created.add(Instant.EPOCH);
    }
    assertThat(CreationCohorts.find(created)).isEmpty();
    assertThat(CreationCohorts.find(List.of())).isEmpty();
  }

  @Test
  void theOrderOfAccountsDoesNotMatter() {
    List<Instant> created = everybody(1_000, 1);
    burst(created, 20, Duration.ofMinutes(30));
    List<Instant> reversed = created.reversed();
    int[] members = CreationCohorts.find(reversed).getFirst().members();
    int[] expected = CreationCohorts.find(created).getFirst().members();
    assertThat(java.util.Arrays.stream(members).map(a -> 1_019 - a).sorted().toArray())
        .containsExactly(expected);
  }
}
