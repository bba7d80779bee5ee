package io.iolaus.core.pattern;

import io.iolaus.core.evidence.Poisson;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Groups of accounts that are active in the same ten-second slots again and again, more often than
/// their own activity makes chance meetings, on several days (after SynchroTrap, Cao et al., CCS
/// 2014; the chance level is a Poisson tail with the mean taken day by day from the two accounts'
/// own counts). Shuffled slots do not fire, because the mean stays and the meetings go.
///
/// Slots that many accounts share (a full hour, a cron job of everybody) propose no pairs. Meetings
/// are counted account by account, so that the many pairs that meet once by chance are never held:
/// memory follows the slots, time those who are there in each.
public final class CoTiming {

  private static final int SLOTS_A_DAY = 8_640;

  /// Accounts in a slot that are not yet a crowd, whatever the traffic.
  private static final int MAX_SLOT = 40;

  private static final int MIN_MEETINGS = 4;
  private static final int MIN_DAYS = 3;

  /// Activity is not spread evenly over a day: two accounts awake at the same hours meet this much
  /// more often, and a slot at a busy hour holds as much more of a day's activity.
  private static final double DIURNAL = 3;

  private static final double MAX_LOG_CHANCE = Math.log(1e-9);

  /// Accounts are taken in as many runs of their numbers: threads share nothing.
  private static final int RUNS = 32;

  private final int[][] slots;

  /// Every account's every slot: the slot, and below it the account; ascending.
  private final long[] present;

  /// For each account, for each of its slots, its place in `present`; -1 where the slot is a
  /// crowd's.
  private final int[][] places;

  private CoTiming(int[][] slots) {
    this.slots = slots;
    present = present(slots);
    places = Arrays.stream(slots).map(own -> new int[own.length]).toArray(int[][]::new);
    place();
  }

  /// Two accounts that met more often than by chance.
  ///
  /// @param chance natural logarithm
  private record Meeting(int a, int b, double chance) {}

  /// The groups among accounts with these active slots.
  ///
  /// @param slots for each account its slots (seconds since 1970 / 10), ascending
  public static List<Pattern> find(int[][] slots) {
    CoTiming found = new CoTiming(slots);
    PairGroups groups = new PairGroups(slots.length);
    int length = slots.length / RUNS + 1;
    IntStream.range(0, RUNS)
        .parallel()
        .mapToObj(run -> found.met(run * length, Math.min(slots.length, (run + 1) * length)))
        .flatMap(List::stream)
        .forEachOrdered(met -> groups.add(met.a(), met.b(), met.chance()));
    return groups.patterns(PatternKind.CO_TIMING, size -> size + " accounts in step");
  }

  private static long[] present(int[][] slots) {
    long[] present = new long[Arrays.stream(slots).mapToInt(own -> own.length).sum()];
    int count = 0;
    for (int a = 0; a < slots.length; a++) {
      for (int slot : slots[a]) {
        present[count++] = ((long) slot << 32) | a;
      }
    }
    LongArrays.parallelQuickSort(present);
    return present;
  }

  private void place() {
    int[] next = new int[slots.length];
    for (int from = 0; from < present.length; ) {
      int day = slot(from) / SLOTS_A_DAY;
      int to = firstOfDay(day + 1, from);
      double crowd = Math.max(MAX_SLOT, DIURNAL * (to - from) / SLOTS_A_DAY);
      while (from < to) {
        int end = from + 1;
        while (end < to && slot(end) == slot(from)) {
          end++;
        }
        for (int at = from; at < end; at++) {
          int account = (int) present[at];
          // slots ascend here as they do with each account
          places[account][next[account]++] = end - from <= crowd ? at : -1;
        }
        from = end;
      }
    }
  }

  private int slot(int at) {
    return (int) (present[at] >>> 32);
  }

  /// Where a day begins, from a place before it on.
  private int firstOfDay(int day, int from) {
    int found =
        Arrays.binarySearch(present, from, present.length, ((long) day * SLOTS_A_DAY) << 32);
    return found < 0 ? -found - 1 : found;
  }

  /// Meetings of some accounts with those of higher numbers.
  private List<Meeting> met(int from, int to) {
    // for each account meetings (16 bits), days with a meeting (16 bits), the last such day (32)
    long[] tallies = new long[slots.length];
    IntArrayList touched = new IntArrayList();
    List<Meeting> met = new ArrayList<>();
    for (int a = from; a < to; a++) {
      for (int i = 0; i < slots[a].length; i++) {
        if (places[a][i] >= 0) {
          int slot = slots[a][i];
          for (int at = places[a][i] + 1; at < present.length && slot(at) == slot; at++) {
            int b = (int) present[at];
            if (tallies[b] == 0) {
              touched.add(b);
            }
            tallies[b] = oneMore(tallies[b], slot / SLOTS_A_DAY);
          }
        }
      }
      IntArrays.quickSort(touched.elements(), 0, touched.size());
      for (int i = 0; i < touched.size(); i++) {
        int b = touched.getInt(i);
        int count = (int) (tallies[b] >>> 48);
        int days = (int) (tallies[b] >>> 32) & 0xffff;
        tallies[b] = 0;
        if (count >= MIN_MEETINGS && days >= MIN_DAYS) {
          double chance = Poisson.logUpperTail(count, DIURNAL * expected(slots[a], slots[b]));
          if (chance <= MAX_LOG_CHANCE) {
            met.add(new Meeting(a, b, chance));
          }
        }
      }
      touched.clear();
    }
    return met;
  }

  private static long oneMore(long tally, long day) {
    long count = Math.min(0xffff, (tally >>> 48) + 1);
    long days = (tally >>> 32) & 0xffff;
    long last = tally & 0xffff_ffffL;
    if (days == 0 || last != day) {
      days = Math.min(0xffff, days + 1);
    }
    return (count << 48) | (days << 32) | day;
  }

  /// Meetings to be expected of two accounts if each spread its slots evenly over its days.
  private static double expected(int[] a, int[] b) {
    double sum = 0;
    int y = 0;
    for (int x = 0; x < a.length; ) {
      int day = a[x] / SLOTS_A_DAY;
      int ofA = 0;
      int ofB = 0;
      for (; x < a.length && a[x] / SLOTS_A_DAY == day; x++) {
        ofA++;
      }
      for (; y < b.length && b[y] / SLOTS_A_DAY <= day; y++) {
        ofB += b[y] / SLOTS_A_DAY == day ? 1 : 0;
      }
      sum += ofA * (double) ofB / SLOTS_A_DAY;
    }
    return sum;
  }
}
