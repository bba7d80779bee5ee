package io.iolaus.core.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.activity.ActivityProfile;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelPivotsTest {

  private static final LocalDate START = LocalDate.parse("2026-03-01");
  private static final int DAYS = 40;
  private static final int RELEASE = 15;
  private static final int NEVER = 1_000;
  private static final int MOVERS = 80;

  /// Uses `old` until a day and `new` from then on, as far as `share` says.
  private static ActivityWindow account(Random random, int moves, double dayChance, double share) {
    ActivityProfile profile = new ActivityProfile();
    for (int day = 0; day < DAYS; day++) {
      if (random.nextDouble() < dayChance) {
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
          String model = day >= moves && random.nextDouble() < share ? "new" : "old";
          profile.add(exchange(START.plusDays(day), random.nextInt(86_400), model));
        }
      }
    }
    return profile.window(START, START.plusDays(DAYS));
  }

  private static Event.Exchange exchange(LocalDate day, int second, String model) {
    long at = (day.toEpochDay() * 86_400 + second) * 1_000L;
    return new Event.Exchange(
        "acc", at, null, null, null, null, model, null, null, 10, 10, 1, null);
  }

  /// All move over weeks, some never; so many in a hundred on the day of the release.
  private static List<ActivityWindow> everybody(int accounts, int atOnce, long seed) {
    Random random = new Random(seed);
    List<ActivityWindow> all = new ArrayList<>();
    for (int a = 0; a < accounts; a++) {
      boolean soon = random.nextInt(100) < atOnce;
      int lag = soon ? 0 : (int) (-12 * Math.log(random.nextDouble()));
      all.add(account(random, RELEASE + lag, 0.2 + 0.7 * random.nextDouble(), 0.9));
    }
    return all;
  }

  private static List<Pattern> find(List<ActivityWindow> accounts) {
    return ModelPivots.find(accounts.size(), accounts::get);
  }

  @Test
  void accountsThatMoveAtOnceArePivoting() {
    List<ActivityWindow> all = everybody(1_500, 0, 1);
    Random random = new Random(2);
    for (int a = 0; a < MOVERS; a++) {
      all.set(a, account(random, RELEASE + 8, 0.8, 0.9));
    }
    List<Pattern> patterns = find(all);
    assertThat(patterns).hasSize(1);
    Pattern pattern = patterns.getFirst();
    assertThat(pattern.members()).contains(0, 1, 2, 3);
    assertThat(Arrays.stream(pattern.members()).filter(a -> a < MOVERS).count())
        .isGreaterThan(MOVERS * 4 / 5);
    assertThat(pattern.members().length).isLessThan(3 * MOVERS);
    assertThat(pattern.name()).isEqualTo("new@" + START.plusDays(RELEASE + 8));
    assertThat(pattern.chance()).isLessThan(Math.log(1e-6));
  }

  @Test
  void theSameMovesDealtOutOverTheDaysAreNot() {
    List<ActivityWindow> all = everybody(1_500, 0, 1);
    Random random = new Random(2);
    for (int a = 0; a < MOVERS; a++) {
      all.set(a, account(random, RELEASE + random.nextInt(20), 0.8, 0.9));
    }
    assertThat(find(all)).isEmpty();
  }

  @Test
  void everybodysCurveHasNoBursts() {
    for (long seed = 10; seed < 15; seed++) {
      assertThat(find(everybody(2_000, 2, seed))).isEmpty();
    }
  }

  @Test
  void manyWhoTakeUpAReleaseAtOnceAreABurstToo() {
    List<Pattern> patterns = find(everybody(2_000, 15, 10));
    assertThat(patterns).hasSize(1);
    assertThat(patterns.getFirst().name()).isEqualTo("new@" + START.plusDays(RELEASE));
  }

  @Test
  void tryingAModelOutIsNotMovingToIt() {
    List<ActivityWindow> all = everybody(1_500, 0, 1);
    Random random = new Random(2);
    for (int a = 0; a < MOVERS; a++) {
      all.set(a, account(random, RELEASE + 8, 0.8, 0.15));
    }
    assertThat(find(all)).isEmpty();
  }

  @Test
  void newAccountsHaveNothingToMoveFrom() {
    List<ActivityWindow> all = everybody(1_500, 0, 1);
    Random random = new Random(2);
    for (int a = 0; a < MOVERS; a++) {
      ActivityProfile profile = new ActivityProfile();
      for (int day = RELEASE + 8; day < DAYS; day++) {
        profile.add(exchange(START.plusDays(day), random.nextInt(86_400), "new"));
      }
      all.set(a, profile.window(START, START.plusDays(DAYS)));
    }
    assertThat(find(all)).isEmpty();
  }

  @Test
  void aModelThatWasThereFromTheBeginningIsNotNew() {
    List<ActivityWindow> all = everybody(300, 0, 3);
    Random random = new Random(4);
    all.add(account(random, 2, 0.9, 1));
    for (int a = 0; a < MOVERS; a++) {
      all.set(a, account(random, RELEASE + 8, 0.8, 0.9));
    }
    assertThat(find(all)).isEmpty();
  }

  @Test
  void linesWithoutModelsSayNothing() {
    assertThat(find(List.of())).isEmpty();
    Random random = new Random(5);
    assertThat(find(List.of(account(random, NEVER, 0.5, 0), account(random, NEVER, 0.5, 0))))
        .isEmpty();
  }
}
