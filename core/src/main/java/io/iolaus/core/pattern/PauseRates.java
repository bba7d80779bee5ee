package io.iolaus.core.pattern;

/// How often the whole population begins, falls silent, comes back and ends, by day and by hour:
/// what weekends, terms and outages do to everybody.
final class PauseRates {

  private static final int DAY = 24;
  private static final int WEEK = 7;
  private static final int LONGEST = 31;

  private final int firstDay;
  private final double[] begins;
  private final double[] ends;

  /// Pauses that start on a day or on the same day of a week before.
  private final double[] stopsSoFar;

  private final double[] weekdays = new double[WEEK];
  private final double[] stopHours = new double[DAY];
  private final double[] resumeHours = new double[DAY];
  private final double[] lengths = new double[LONGEST + 1];
  private final double[] runs = new double[LONGEST + 1];

  PauseRates(Pauses[] accounts) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (Pauses pauses : accounts) {
      if (pauses.end() > 0) {
        first = Math.min(first, pauses.begin() / DAY);
        last = Math.max(last, pauses.end() / DAY);
      }
    }
    this.firstDay = Math.min(first, last);
    int days = Math.max(0, last - firstDay) + 1;
    this.begins = new double[days];
    this.ends = new double[days];
    this.stopsSoFar = new double[days];
    for (Pauses pauses : accounts) {
      if (pauses.end() > 0) {
        count(pauses);
      }
    }
    for (int day = WEEK; day < days; day++) {
      stopsSoFar[day] += stopsSoFar[day - WEEK];
    }
    share(begins);
    share(ends);
    share(weekdays);
    share(stopHours);
    share(resumeHours);
    share(lengths);
    share(runs);
  }

  private void count(Pauses pauses) {
    begins[pauses.begin() / DAY - firstDay]++;
    ends[pauses.end() / DAY - firstDay]++;
    for (int i = 0; i < pauses.count(); i++) {
      stopsSoFar[pauses.stops()[i] / DAY - firstDay]++;
      weekdays[pauses.stops()[i] / DAY % WEEK]++;
      stopHours[pauses.stops()[i] % DAY]++;
      resumeHours[pauses.resumes()[i] % DAY]++;
      lengths[Math.min(LONGEST, pauses.length(i))]++;
      runs[Math.min(LONGEST, pauses.run(i))]++;
    }
  }

  private static void share(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    for (int i = 0; i < counts.length && sum > 0; i++) {
      counts[i] /= sum;
    }
  }

  /// Share of all accounts that begin on the day of this hour.
  double begins(int hour) {
    return begins[hour / DAY - firstDay];
  }

  /// Share of all accounts that end on the day of this hour.
  double ends(int hour) {
    return ends[hour / DAY - firstDay];
  }

  double weekday(int hour) {
    return weekdays[hour / DAY % WEEK];
  }

  double stopHour(int hour) {
    return around(stopHours, hour);
  }

  double resumeHour(int hour) {
    return around(resumeHours, hour);
  }

  double length(int days) {
    return lengths[Math.min(LONGEST, days)];
  }

  double run(int days) {
    return runs[Math.min(LONGEST, days)];
  }

  /// Of the pauses of everybody that start on this day of the week, while an account is there, the
  /// part that starts on this very day: the rest of the weeks have the others.
  double ofItsWeekdays(int hour, Pauses during) {
    int day = hour / DAY - firstDay;
    int from = during.begin() / DAY - firstDay;
    int to = during.end() / DAY - firstDay;
    if (day < from || day > to) {
      return 0;
    }
    double here = stopsSoFar[day] - (day < WEEK ? 0 : stopsSoFar[day - WEEK]);
    int first = day - (day - from) / WEEK * WEEK;
    int last = day + (to - day) / WEEK * WEEK;
    double all = stopsSoFar[last] - (first < WEEK ? 0 : stopsSoFar[first - WEEK]);
    return all > 0 ? here / all : 1;
  }

  private static double around(double[] shares, int hour) {
    double sum = 0;
    for (int off = -Pauses.TOLERANCE; off <= Pauses.TOLERANCE; off++) {
      sum += shares[Math.floorMod(hour + off, DAY)];
    }
    return sum;
  }
}
