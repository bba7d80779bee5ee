package io.iolaus.core.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LockstepTest {

  private static final int FIRST = 20_500 * 24;
  private static final int DAYS = 60;

  private static List<Pattern> find(List<int[]> accounts) {
    return Lockstep.find(accounts.size(), accounts::get);
  }

  /// Active on some days, for some hours from nine or so on.
  private static int[] anybody(Random random, double dayChance) {
    TreeSet<Integer> hours = new TreeSet<>();
    int zone = random.nextInt(24);
    for (int day = 0; day < DAYS; day++) {
      if (random.nextDouble() < dayChance) {
        int from = FIRST + day * 24 + (9 + zone + random.nextInt(4)) % 24;
        for (int hour = 0; hour <= random.nextInt(9); hour++) {
          hours.add(from + hour);
        }
      }
    }
    return array(hours);
  }

  private static List<int[]> everybody(int accounts, long seed) {
    Random random = new Random(seed);
    List<int[]> all = new ArrayList<>();
    for (int a = 0; a < accounts; a++) {
      all.add(anybody(random, 0.15 + 0.7 * random.nextDouble()));
    }
    return all;
  }

  /// Runs of some days, and pauses of some days between them: `[start, end)` in hours.
  private static List<int[]> spells(Random random, int most) {
    List<int[]> spells = new ArrayList<>();
    int at = FIRST + random.nextInt(24);
    while (spells.size() < most && at < FIRST + DAYS * 24 - 8 * 24) {
      int end = at + 30 + random.nextInt(120);
      spells.add(new int[] {at, end});
      at = end + 30 + random.nextInt(110);
    }
    return spells;
  }

  /// Works through these spells, every hour or two, within an hour of their ends.
  private static int[] working(List<int[]> spells, Random random) {
    TreeSet<Integer> hours = new TreeSet<>();
    for (int[] spell : spells) {
      int end = spell[1] - random.nextInt(2);
      for (int hour = spell[0] + random.nextInt(2); hour < end; hour += 1 + random.nextInt(3)) {
        hours.add(hour);
      }
      hours.add(end);
    }
    return array(hours);
  }

  /// The same runs and the same pauses in another order.
  private static List<int[]> dealt(List<int[]> spells, Random random) {
    List<Integer> runs = new ArrayList<>();
    List<Integer> pauses = new ArrayList<>();
    for (int i = 0; i < spells.size(); i++) {
      runs.add(spells.get(i)[1] - spells.get(i)[0]);
      if (i > 0) {
        pauses.add(spells.get(i)[0] - spells.get(i - 1)[1]);
      }
    }
    Collections.shuffle(runs, random);
    Collections.shuffle(pauses, random);
    List<int[]> dealt = new ArrayList<>();
    int at = spells.getFirst()[0];
    for (int i = 0; i < runs.size(); i++) {
      dealt.add(new int[] {at, at + runs.get(i)});
      at += runs.get(i) + (i < pauses.size() ? pauses.get(i) : 0);
    }
    return dealt;
  }

  private static int[] array(TreeSet<Integer> hours) {
    return hours.stream().mapToInt(h -> h).toArray();
  }

  private static List<int[]> planted(int accounts, int spells, boolean dealt) {
    List<int[]> all = everybody(400, 1);
    Random random = new Random(2);
    List<int[]> common = spells(new Random(3), spells);
    for (int a = 0; a < accounts; a++) {
      all.set(10 * a, working(dealt ? dealt(common, random) : common, random));
    }
    return all;
  }

  @Test
  void accountsThatPauseTogetherAgainAndAgainAreInLockstep() {
    List<Pattern> patterns = find(planted(8, 9, false));
    assertThat(patterns).hasSize(1);
    assertThat(patterns.getFirst().members()).containsExactly(0, 10, 20, 30, 40, 50, 60, 70);
    assertThat(patterns.getFirst().chance()).isLessThan(Math.log(1e-9));
  }

  @Test
  void theSameRunsAndPausesInAnotherOrderAreNot() {
    assertThat(find(planted(8, 9, true))).isEmpty();
  }

  @Test
  void twoPausesInCommonAreNotEnough() {
    assertThat(find(planted(8, 3, false))).isEmpty();
  }

  @Test
  void nobodyIsInLockstepByChance() {
    for (long seed = 0; seed < 5; seed++) {
      assertThat(find(everybody(2_000, seed))).isEmpty();
    }
  }

  @Test
  void weekendsAndHolidaysAreEverybodys() {
    Random random = new Random(4);
    List<int[]> all = everybody(200, 5);
    for (int a = 0; a < 300; a++) {
      TreeSet<Integer> hours = new TreeSet<>();
      for (int day = 0; day < DAYS; day++) {
        boolean holiday = day >= 20 && day < 26 || day == 40;
        if (day % 7 < 5 && !holiday) {
          for (int hour = 9; hour <= 16 + random.nextInt(2); hour++) {
            hours.add(FIRST + day * 24 + hour);
          }
        }
      }
      all.add(array(hours));
    }
    assertThat(find(all)).isEmpty();
  }

  @Test
  void programsThatRunEveryThirdDayAreNot() {
    List<int[]> all = everybody(200, 6);
    for (int a = 0; a < 30; a++) {
      TreeSet<Integer> hours = new TreeSet<>();
      for (int day = a % 3; day < DAYS; day += 3) {
        hours.add(FIRST + day * 24 + 3);
      }
      all.add(array(hours));
    }
    assertThat(find(all)).isEmpty();
  }

  @Test
  void anOutageForEverybodyAndSomeDaysOffAreNoLockstep() {
    List<int[]> all = everybody(2_000, 7);
    for (int a = 0; a < all.size(); a++) {
      all.set(
          a,
          Arrays.stream(all.get(a))
              .filter(h -> (h - FIRST) / 24 % 12 < 9) // three days in twelve nothing worked
              .toArray());
    }
    assertThat(find(all)).isEmpty();
  }

  @Test
  void twoAreNoGroup() {
    assertThat(find(planted(2, 9, false))).isEmpty();
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(find(List.of())).isEmpty();
    assertThat(find(List.of(new int[0], new int[0], new int[] {FIRST}))).isEmpty();
  }
}
