package io.iolaus.simulate.world;

import io.iolaus.simulate.random.RandomStream;

/// How activity spreads over the hours of a local day.
public enum HourProfile implements StartTimes {
  DAY(1, 1, 1, 1, 1, 2, 5, 12, 25, 38, 42, 40, 32, 36, 40, 40, 36, 32, 26, 22, 18, 13, 7, 3),
  EVENING(8, 4, 2, 1, 1, 1, 2, 5, 9, 12, 14, 15, 16, 15, 15, 17, 20, 25, 32, 40, 45, 42, 32, 18),
  OFFICE(0, 0, 0, 0, 0, 0, 1, 8, 30, 50, 52, 48, 28, 44, 50, 46, 38, 18, 5, 2, 1, 1, 0, 0),
  NIGHT(35, 30, 24, 16, 9, 5, 3, 3, 5, 8, 9, 10, 11, 11, 12, 12, 13, 15, 18, 24, 30, 36, 40, 40),
  FLAT(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

  // Filled in the constructor, never handed out.
  @SuppressWarnings("ImmutableEnumChecker")
  private final double[] cumulative = new double[24];

  HourProfile(double... weights) {
    double sum = 0;
    for (int hour = 0; hour < 24; hour++) {
      sum += weights[hour];
      cumulative[hour] = sum;
    }
  }

  @Override
  public long sample(RandomStream random, int zone) {
    double at = random.nextDouble() * cumulative[23];
    int hour = 0;
    while (cumulative[hour] <= at) {
      hour++;
    }
    return Math.floorMod(hour - zone, 24) * TimeFrame.HOUR + random.nextLong(TimeFrame.HOUR);
  }
}
