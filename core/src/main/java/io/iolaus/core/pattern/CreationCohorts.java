package io.iolaus.core.pattern;

import io.iolaus.core.evidence.Poisson;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Bursts of account creation: stretches of one hour with many more new accounts than the weeks
/// around them lead one to expect (a scan against a local Poisson rate).
///
/// A burst holds the few innocent accounts of its hour too, and a term start or a hackathon is a
/// burst as well: this is weak evidence.
public final class CreationCohorts {

  private static final long HOUR = 3_600;
  private static final long AROUND = 14 * 24 * HOUR;
  private static final int MIN_ACCOUNTS = 3;
  private static final double MAX_LOG_CHANCE = Math.log(1e-5);

  private CreationCohorts() {}

  /// The bursts among accounts created at these moments; the epoch stands for an unknown moment.
  public static List<Pattern> find(List<Instant> createdAt) {
    long[] seconds = createdAt.stream().mapToLong(Instant::getEpochSecond).toArray();
    int[] order = IntStream.range(0, seconds.length).filter(a -> seconds[a] != 0).toArray();
    int n = order.length;
    IntArrays.mergeSort(order, (x, y) -> Long.compare(seconds[x], seconds[y]));
    long[] sorted = Arrays.stream(order).mapToLong(a -> seconds[a]).toArray();
    List<Pattern> patterns = new ArrayList<>();
    for (int from = 0; from < n; ) {
      int to = firstAfter(sorted, sorted[from] + HOUR);
      double rate = localRate(sorted, sorted[from], to - from);
      double chance = Poisson.logUpperTail(to - from, rate * HOUR);
      if (to - from >= MIN_ACCOUNTS && chance <= MAX_LOG_CHANCE) {
        int[] members = Arrays.copyOfRange(order, from, to);
        Arrays.sort(members);
        String label = "created in the hour from " + Instant.ofEpochSecond(sorted[from]);
        patterns.add(new Pattern(PatternKind.CREATION_COHORT, label, members, chance));
        from = to;
      } else {
        from++;
      }
    }
    return patterns;
  }

  /// Accounts a second in the four weeks around, the burst itself left out; at the ends of the data
  /// in what there is of them, but a week at least.
  private static double localRate(long[] sorted, long at, int burst) {
    int around = firstAfter(sorted, at + AROUND) - firstAfter(sorted, at - AROUND - 1);
    long covered =
        Math.min(at + AROUND, sorted[sorted.length - 1]) - Math.max(at - AROUND, sorted[0]);
    return Math.max(1, around - burst) / (double) Math.max(covered, AROUND / 2);
  }

  private static int firstAfter(long[] sorted, long value) {
    int place = Arrays.binarySearch(sorted, value + 1);
    if (place < 0) {
      return -place - 1;
    }
    while (place > 0 && sorted[place - 1] > value) {
      place--;
    }
    return place;
  }
}
