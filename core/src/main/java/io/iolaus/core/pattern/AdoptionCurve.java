package io.iolaus.core.pattern;

import io.iolaus.core.evidence.Poisson;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the population moves to one model, day by day: who could have moved on a day, and who did.
///
/// Whoever is there again after three days had three days to make up his mind, so that the rate is
/// by account and day: else every Monday would be a burst.
final class AdoptionCurve {

  /// Accounts that moved on one day, or on the next one if they were not there on that day.
  ///
  /// @param day days since 1970
  /// @param chance natural logarithm of the probability that as many strangers do so
  record Burst(int day, int[] accounts, double chance) {}

  /// An account that is not there on the day of a move follows when it is next, within these days.
  private static final int OPPORTUNITY = 2;

  private static final int AROUND = 14;

  /// Where thousands move, a day differs beyond chance for reasons that everybody shares: a burst
  /// has half as many again at least.
  private static final double MIN_LIFT = 1.5;

  /// Days between two days of use that are told apart.
  static final int LONGEST = 14;

  private static final int MIN_ACCOUNTS = 3;
  private static final double MAX_LOG_CHANCE = Math.log(1e-6);

  private final int first;
  private final long[] couldMove;
  private final IntArrayList accounts = new IntArrayList();
  private final IntArrayList from = new IntArrayList();
  private final IntArrayList to = new IntArrayList();

  /// @param first the day (since 1970) on which anybody first used the model
  /// @param days how many days there are from that one on
  AdoptionCurve(int first, int days) {
    this.first = first;
    this.couldMove = new long[days];
  }

  /// The first day on which something happened to which an account that was not there between the
  /// two days answers on the second.
  static int opportunity(int before, int after) {
    return Math.max(before, after - OPPORTUNITY) + 1;
  }

  /// So many accounts that were not there between two days are there on the second, and can move.
  ///
  /// @param accounts less than 0 for accounts that cannot after all
  void there(int before, int after, long accounts) {
    int since = Math.max(before, first - 1);
    for (int day = Math.max(first, opportunity(before, after)); day <= after; day++) {
      couldMove[day - first] += accounts * Math.min(LONGEST, after - since);
    }
  }

  void moved(int account, ModelMoves.Move move) {
    accounts.add(account);
    from.add(Math.max(0, opportunity(move.before(), move.after()) - first));
    to.add(move.after() - first);
  }

  /// Days on which more accounts moved than the days around lead one to expect of those who could,
  /// the least likely first.
  List<Burst> bursts() {
    List<Burst> bursts = new ArrayList<>();
    boolean[] taken = new boolean[accounts.size()];
    double[] usual = usual(counts(taken));
    while (true) {
      int[] counts = counts(taken);
      int best = -1;
      double least = MAX_LOG_CHANCE;
      for (int day = 0; day < counts.length; day++) {
        double chance = Poisson.logUpperTail(counts[day], usual[day]);
        if (counts[day] >= Math.max(MIN_ACCOUNTS, MIN_LIFT * usual[day]) && chance < least) {
          best = day;
          least = chance;
        }
      }
      if (best < 0) {
        return bursts;
      }
      bursts.add(new Burst(first + best, take(best, taken), least));
    }
  }

  private int[] counts(boolean[] taken) {
    int[] counts = new int[couldMove.length];
    for (int i = 0; i < taken.length; i++) {
      for (int day = from.getInt(i); !taken[i] && day <= to.getInt(i); day++) {
        counts[day]++;
      }
    }
    return counts;
  }

  /// Moves to be expected on each day, from how large a part of those who could moved on the days
  /// around; at least one, so that a model of few users has no bursts of three.
  private double[] usual(int[] counts) {
    double[] usual = new double[counts.length];
    for (int day = 0; day < counts.length; day++) {
      double moved = 1;
      double could = 1;
      int end = Math.min(counts.length, day + AROUND + 1);
      for (int other = Math.max(0, day - AROUND); other < end; other++) {
        if (Math.abs(other - day) >= OPPORTUNITY) {
          moved += counts[other];
          could += couldMove[other];
        }
      }
      usual[day] = Math.max(1, moved / could * couldMove[day]);
    }
    return usual;
  }

  private int[] take(int day, boolean[] taken) {
    IntArrayList members = new IntArrayList();
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i] && from.getInt(i) <= day && day <= to.getInt(i)) {
        taken[i] = true;
        members.add(accounts.getInt(i));
      }
    }
    int[] sorted = members.toIntArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
