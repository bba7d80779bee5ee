package io.iolaus.core.pattern;

import io.iolaus.core.evidence.Poisson;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.List;

/// Groups of accounts that are active in the same ten-second slots again and again, more often than
/// their own activity makes chance meetings, on several days (after SynchroTrap, Cao et al., CCS
/// 2014; the chance level is a Poisson tail with the mean taken day by day from the two accounts'
/// own counts). Shuffled slots do not fire, because the mean stays and the meetings go.
///
/// Slots that many accounts share (a full hour, a cron job of everybody) propose no pairs: cost is
/// bounded by {@link #MAX_SLOT}².
public final class CoTiming {

  private static final int SLOTS_A_DAY = 8_640;
  private static final int MAX_SLOT = 40;
  private static final int MIN_MEETINGS = 4;
  private static final int MIN_DAYS = 3;

  /// Activity is not spread evenly over a day: two accounts awake at the same hours meet this much
  /// more often.
  private static final double DIURNAL = 3;

  private static final double MAX_LOG_CHANCE = Math.log(1e-9);

  private CoTiming() {}

  /// The groups among accounts with these active slots.
  ///
  /// @param slots for each account its slots (seconds since 1970 / 10), ascending
  public static List<Pattern> find(int[][] slots) {
    Long2LongOpenHashMap meetings = meetings(slots);
    Long2IntOpenHashMap[] perDay = perDay(slots);
    PairGroups groups = new PairGroups(slots.length);
    long[] pairs = meetings.keySet().toLongArray();
    LongArrays.quickSort(pairs);
    for (long pair : pairs) {
      long tally = meetings.get(pair);
      int count = (int) (tally >>> 48);
      int days = (int) (tally >>> 32) & 0xffff;
      if (count < MIN_MEETINGS || days < MIN_DAYS) {
        continue;
      }
      int a = (int) (pair >>> 32);
      int b = (int) pair;
      double chance = Poisson.logUpperTail(count, DIURNAL * expected(perDay[a], perDay[b]));
      if (chance <= MAX_LOG_CHANCE) {
        groups.add(a, b, chance);
      }
    }
    return groups.patterns(PatternKind.CO_TIMING, size -> size + " accounts in step");
  }

  /// For each pair of accounts that meet: meetings (16 bits), days with a meeting (16 bits), the
  /// last such day (32 bits).
  private static Long2LongOpenHashMap meetings(int[][] slots) {
    LongArrayList entries = new LongArrayList();
    for (int a = 0; a < slots.length; a++) {
      for (int slot : slots[a]) {
        entries.add(((long) slot << 32) | a);
      }
    }
    long[] sorted = entries.toLongArray();
    LongArrays.parallelQuickSort(sorted);
    Long2LongOpenHashMap meetings = new Long2LongOpenHashMap();
    for (int start = 0; start < sorted.length; ) {
      int end = start + 1;
      while (end < sorted.length && sorted[end] >>> 32 == sorted[start] >>> 32) {
        end++;
      }
      if (end - start >= 2 && end - start <= MAX_SLOT) {
        long day = (sorted[start] >>> 32) / SLOTS_A_DAY;
        for (int x = start; x < end; x++) {
          for (int y = x + 1; y < end; y++) {
            long pair = (sorted[x] << 32) | (sorted[y] & 0xffff_ffffL);
            meetings.put(pair, oneMore(meetings.get(pair), day));
          }
        }
      }
      start = end;
    }
    return meetings;
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

  private static Long2IntOpenHashMap[] perDay(int[][] slots) {
    Long2IntOpenHashMap[] perDay = new Long2IntOpenHashMap[slots.length];
    for (int a = 0; a < slots.length; a++) {
      perDay[a] = new Long2IntOpenHashMap();
      for (int slot : slots[a]) {
        perDay[a].addTo(slot / SLOTS_A_DAY, 1);
      }
    }
    return perDay;
  }

  private static double expected(Long2IntOpenHashMap a, Long2IntOpenHashMap b) {
    double sum = 0;
    for (Long2IntMap.Entry entry : a.long2IntEntrySet()) {
      sum += entry.getIntValue() * (double) b.get(entry.getLongKey()) / SLOTS_A_DAY;
    }
    return sum;
  }
}
