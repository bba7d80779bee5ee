package io.iolaus.core.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoTimingTest {

  private static final int DAY = 8_640;
  private static final int FIRST = 20_500 * DAY;

  private static int[][] array(List<TreeSet<Integer>> slots) {
    return slots.stream().map(s -> s.stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
  }

  private static List<TreeSet<Integer>> nobody(int accounts) {
    return java.util.stream.IntStream.range(0, accounts)
        .mapToObj(a -> new TreeSet<Integer>())
        .toList();
  }

  /// Everybody acts `perDay` times on each of `days` days, between eight and twenty.
  private static List<TreeSet<Integer>> everybody(int accounts, int days, int perDay, long seed) {
    Random random = new Random(seed);
    List<TreeSet<Integer>> slots = nobody(accounts);
    for (TreeSet<Integer> own : slots) {
      for (int day = 0; day < days; day++) {
        for (int n = 0; n < perDay; n++) {
          own.add(FIRST + day * DAY + DAY / 3 + random.nextInt(DAY / 2));
        }
      }
    }
    return slots;
  }

  /// The first `accounts` get `moments` common slots on each of `days` days.
  private static void balance(
      List<TreeSet<Integer>> slots, int accounts, int days, int moments, long seed) {
    Random random = new Random(seed);
    for (int day = 0; day < days; day++) {
      for (int m = 0; m < moments; m++) {
        int slot = FIRST + day * DAY + random.nextInt(DAY);
        for (int a = 0; a < accounts; a++) {
          slots.get(a).add(slot);
        }
      }
    }
  }

  /// The same slots, dealt out anew within each day: every account keeps its number a day.
  private static int[][] shuffledWithinDays(int[][] slots, long seed) {
    Random random = new Random(seed);
    int[][] shuffled = new int[slots.length][];
    int days = 40;
    List<java.util.ArrayList<Integer>> pool =
        java.util.stream.IntStream.range(0, days)
            .mapToObj(d -> new java.util.ArrayList<Integer>())
            .toList();
    for (int[] own : slots) {
      Arrays.stream(own).forEach(s -> pool.get((s - FIRST) / DAY).add(s));
    }
    pool.forEach(p -> java.util.Collections.shuffle(p, random));
    for (int a = 0; a < slots.length; a++) {
      TreeSet<Integer> dealt = new TreeSet<>();
      for (int slot : slots[a]) {
        java.util.ArrayList<Integer> day = pool.get((slot - FIRST) / DAY);
        dealt.add(day.removeLast());
      }
      shuffled[a] = dealt.stream().mapToInt(i -> i).toArray();
    }
    return shuffled;
  }

  @Test
  void accountsBehindOneLoadBalancerAreInStep() {
    List<TreeSet<Integer>> slots = everybody(300, 10, 12, 1);
    balance(slots, 8, 5, 3, 2);
    List<Pattern> patterns = CoTiming.find(array(slots));
    assertThat(patterns).hasSize(1);
    assertThat(patterns.getFirst().members()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(patterns.getFirst().chance()).isLessThan(Math.log(1e-9));
  }

  @Test
  void theSameSlotsShuffledOverAccountsAreNot() {
    List<TreeSet<Integer>> slots = everybody(300, 10, 12, 1);
    balance(slots, 8, 5, 3, 2);
    assertThat(CoTiming.find(shuffledWithinDays(array(slots), 3))).isEmpty();
  }

  @Test
  void threeDaysAreNeeded() {
    List<TreeSet<Integer>> two = everybody(50, 10, 5, 1);
    balance(two, 8, 2, 12, 2);
    assertThat(CoTiming.find(array(two))).isEmpty();
    List<TreeSet<Integer>> three = everybody(50, 10, 5, 1);
    balance(three, 8, 3, 8, 2);
    assertThat(CoTiming.find(array(three))).hasSize(1);
  }

  @Test
  void heavyUnrelatedAccountsMeetOftenAndAreNotInStep() {
    // 600 slots of 4,320 a day for thirty days: a pair meets some 2,500 times
    List<TreeSet<Integer>> slots = everybody(12, 30, 600, 4);
    assertThat(CoTiming.find(array(slots))).isEmpty();
  }

  @Test
  void jobsThatStartOnTheHourEverywhereProposeNobody() {
    List<TreeSet<Integer>> slots = nobody(100);
    balance(slots, 100, 10, 24, 5);
    assertThat(CoTiming.find(array(slots))).isEmpty();
  }

  /// Sixty accounts in every slot of the busy half of a day are the usual traffic, not a crowd.
  @Test
  void groupsAreFoundInTrafficThatFillsEverySlot() {
    List<TreeSet<Integer>> slots = everybody(30_000, 4, 8, 8);
    balance(slots, 8, 4, 6, 9);
    List<Pattern> patterns = CoTiming.find(array(slots));
    assertThat(patterns).hasSize(1);
    assertThat(patterns.getFirst().members()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void twoAreNoGroup() {
    List<TreeSet<Integer>> slots = everybody(50, 10, 5, 1);
    balance(slots, 2, 5, 5, 2);
    assertThat(CoTiming.find(array(slots))).isEmpty();
  }

  @Test
  void eachGroupHasAChanceOfItsOwn() {
    List<TreeSet<Integer>> slots = nobody(10);
    balance(slots, 5, 20, 4, 6);
    List<TreeSet<Integer>> weak = nobody(5);
    balance(weak, 5, 4, 2, 7);
    for (int a = 0; a < 5; a++) {
      slots.get(5 + a).addAll(weak.get(a));
    }
    List<Pattern> patterns = CoTiming.find(array(slots));
    assertThat(patterns).hasSize(2);
    assertThat(patterns.get(1).chance()).isGreaterThan(patterns.get(0).chance());
  }

  @Test
  void nobodyIsInStepWithNobody() {
    assertThat(CoTiming.find(new int[0][])).isEmpty();
    assertThat(CoTiming.find(new int[3][0])).isEmpty();
  }
}
