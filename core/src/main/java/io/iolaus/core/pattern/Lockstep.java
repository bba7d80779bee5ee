package io.iolaus.core.pattern;

import io.iolaus.core.evidence.Poisson;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// Groups of accounts that fall silent and come back together, again and again: pauses of more than
/// a day that start and end within {@link Pauses#TOLERANCE} hours of each other.
///
/// Chance is what two strangers would share: how many pauses each has of its own, its own days of
/// the week, hours, lengths of runs and pauses, and on which days everybody falls silent. Where the
/// pause before was shared, the next one is expected by the account's own regularity: two programs
/// that run every third day meet always or never, and either says nothing. So expected meetings are
/// a sum of probabilities each of which knows what came before, and the Poisson tail bounds the
/// excess as it does for independent ones (D. Freedman, "On tail probabilities for martingales",
/// Annals of Probability 3, 1975). The idea of repeated common moments is SynchroTrap's (Cao and
/// others, CCS 2014).
///
/// Pairs are proposed by three pauses in common, see `PausePairs`: the cost follows the number of
/// pauses.
public final class Lockstep {

  private static final int MIN_SHARED = 3;
  private static final double MAX_LOG_CHANCE = Math.log(1e-9);

  private final Pauses[] accounts;
  private final PauseRates rates;

  private Lockstep(Pauses[] accounts) {
    this.accounts = accounts;
    this.rates = new PauseRates(accounts);
  }

  /// The groups among so many accounts.
  ///
  /// @param hours for an account its active hours (hours since 1970), ascending; asked for once
  public static List<Pattern> find(int accounts, IntFunction<int[]> hours) {
    Pauses[] pauses = new Pauses[accounts];
    Arrays.setAll(pauses, a -> Pauses.of(hours.apply(a)));
    return new Lockstep(pauses).find();
  }

  private List<Pattern> find() {
    PairGroups groups = new PairGroups(accounts.length);
    for (long pair : new PausePairs(accounts).find()) {
      int a = (int) (pair >>> 32);
      int b = (int) pair;
      if (shared(accounts[a], accounts[b]) >= MIN_SHARED) {
        double chance =
            Math.max(chance(accounts[a], accounts[b]), chance(accounts[b], accounts[a]));
        if (chance <= MAX_LOG_CHANCE) {
          groups.add(a, b, chance);
        }
      }
    }
    return groups.patterns(
        PatternKind.LOCKSTEP, size -> size + " accounts fall silent and come back together");
  }

  private static int shared(Pauses a, Pauses b) {
    int shared = 0;
    int next = 0;
    for (int i = 0; i < a.count() && next < b.count(); i++) {
      int found = b.find(a.stops()[i], a.resumes()[i], next);
      if (found >= 0) {
        next = found + 1;
        shared++;
      }
    }
    return shared;
  }

  /// Natural logarithm of the chance that b, being what it is, meets a so often.
  private double chance(Pauses a, Pauses b) {
    boolean together = Pauses.near(a.begin(), b.begin());
    double expected = rates.begins(a.begin()) * resumesAt(b, a.begin());
    int met = together ? 1 : 0;
    int next = 0;
    for (int i = 0; i < a.count(); i++) {
      expected += Math.min(1, expected(a, i, b, together));
      int found = b.find(a.stops()[i], a.resumes()[i], next);
      together = found >= 0;
      if (together) {
        next = found + 1;
        met++;
      }
    }
    expected += rates.ends(a.end()) * stopsAt(b, a.end());
    met += Pauses.near(a.end(), b.end()) ? 1 : 0;
    return Poisson.logUpperTail(met, expected);
  }

  /// Pauses of b to be expected where a has this one.
  private double expected(Pauses a, int pause, Pauses b, boolean after) {
    int stop = a.stops()[pause];
    int length = a.length(pause);
    int run = a.run(pause);
    double sameWeekday = rates.weekday(stop);
    double sameLength = rates.length(length);
    double sameRun = rates.run(run);
    for (int i = 0; i < b.count(); i++) {
      sameWeekday += sameWeekday(b.stops()[i], stop) ? 1 : 0;
      sameLength += b.length(i) == length ? 1 : 0;
      sameRun += b.run(i) == run ? 1 : 0;
    }
    // one part of everybody in each mixture, or a rare habit would be taken for certain
    double all = b.count() + 1.0;
    double pauses = sameLength / all * stopsAt(b, stop) * resumesAt(b, a.resumes()[pause]);
    double anew = b.count() * sameWeekday / all * rates.ofItsWeekdays(stop, b);
    return pauses * Math.max(anew, after ? sameRun / all : 0);
  }

  private static boolean sameWeekday(int hour, int other) {
    return Math.floorMod(hour / 24 - other / 24, 7) == 0;
  }

  /// The part of b's pauses that start at this hour of the day.
  private double stopsAt(Pauses b, int hour) {
    double same = rates.stopHour(hour);
    for (int stop : b.stops()) {
      same += Pauses.sameHour(stop, hour) ? 1 : 0;
    }
    return same / (b.count() + 1);
  }

  private double resumesAt(Pauses b, int hour) {
    double same = rates.resumeHour(hour);
    for (int resume : b.resumes()) {
      same += Pauses.sameHour(resume, hour) ? 1 : 0;
    }
    return same / (b.count() + 1);
  }
}
