package io.iolaus.simulate.population;

import io.iolaus.simulate.world.StartTimes;

/// When and how much an account is used.
///
/// @param from first moment of use, epoch milliseconds
/// @param until end of use
/// @param daily mean exchanges a day between the two
/// @param dayChance probability that a day is used at all
/// @param weekend factor on that for Saturdays and Sundays
/// @param session mean exchanges a session
/// @param gap mean seconds between two exchanges of a session
/// @param zone hours ahead of UTC
public record Habit(
    long from,
    long until,
    double daily,
    double dayChance,
    double weekend,
    double session,
    double gap,
    StartTimes profile,
    int zone) {

  public Habit between(long start, long end) {
    return new Habit(start, end, daily, dayChance, weekend, session, gap, profile, zone);
  }

  public Habit until(long end) {
    return between(from, Math.min(until, end));
  }

  /// The same, so many times as much.
  public Habit times(double factor) {
    return volume(factor * daily, Math.min(0.95, 1.5 * dayChance));
  }

  public Habit volume(double newDaily, double newDayChance) {
    return new Habit(from, until, newDaily, newDayChance, weekend, session, gap, profile, zone);
  }

  public Habit rhythm(StartTimes newProfile, double newWeekend) {
    return new Habit(from, until, daily, dayChance, newWeekend, session, gap, newProfile, zone);
  }

  public Habit zone(int newZone) {
    return new Habit(from, until, daily, dayChance, weekend, session, gap, profile, newZone);
  }

  public Habit pace(double newSession, double newGap) {
    return new Habit(from, until, daily, dayChance, weekend, newSession, newGap, profile, zone);
  }
}
