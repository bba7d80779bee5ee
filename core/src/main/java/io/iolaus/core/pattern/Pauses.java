package io.iolaus.core.pattern;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/// When one account begins, falls silent for more than a day, comes back, and ends; hours since
/// 1970.
///
/// @param begin its first active hour
/// @param end its last active hour
/// @param stops last active hours before a pause, ascending
/// @param resumes first active hours after it, as many
record Pauses(int begin, int end, int[] stops, int[] resumes) {

  /// Moments this many hours apart count as the same.
  static final int TOLERANCE = 2;

  private static final int DAY = 24;

  /// Those of an account that is active in these hours, ascending; none without any.
  static Pauses of(int[] hours) {
    IntArrayList stops = new IntArrayList(0);
    IntArrayList resumes = new IntArrayList(0);
    for (int i = 1; i < hours.length; i++) {
      if (hours[i] - hours[i - 1] > DAY) {
        stops.add(hours[i - 1]);
        resumes.add(hours[i]);
      }
    }
    return hours.length == 0
        ? new Pauses(0, 0, new int[0], new int[0])
        : new Pauses(hours[0], hours[hours.length - 1], stops.toIntArray(), resumes.toIntArray());
  }

  int count() {
    return stops.length;
  }

  /// Whole days of a pause.
  int length(int pause) {
    return (resumes[pause] - stops[pause]) / DAY;
  }

  /// Whole days from a pause, or the beginning, to the pause of this number, or the end.
  int run(int pause) {
    int from = pause == 0 ? begin : resumes[pause - 1];
    int to = pause == count() ? end : stops[pause];
    return (to - from) / DAY;
  }

  /// The pause that starts and ends when that one does, or -1.
  ///
  /// @param from of no pause before this one
  int find(int stop, int resume, int from) {
    for (int i = from; i < count() && stops[i] <= stop + TOLERANCE; i++) {
      if (near(stops[i], stop) && near(resumes[i], resume)) {
        return i;
      }
    }
    return -1;
  }

  static boolean near(int hour, int other) {
    return Math.abs(hour - other) <= TOLERANCE;
  }

  /// Whether two moments are at nearly the same hour of their days.
  static boolean sameHour(int hour, int other) {
    int apart = Math.floorMod(hour - other, DAY);
    return Math.min(apart, DAY - apart) <= TOLERANCE;
  }
}
