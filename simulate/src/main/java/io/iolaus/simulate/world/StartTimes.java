package io.iolaus.simulate.world;

import io.iolaus.simulate.random.RandomStream;

/// When on a day somebody begins something.
@FunctionalInterface
public interface StartTimes {

  /// A time of the UTC day in milliseconds.
  ///
  /// @param zone hours ahead of UTC
  long sample(RandomStream random, int zone);

  /// By the clock of a scheduler: at one of these minutes of the UTC day, some seconds late.
  static StartTimes clockwork(int... minutes) {
    return (random, zone) ->
        minutes[random.nextInt(minutes.length)] * TimeFrame.MINUTE
            + random.nextLong(8 * TimeFrame.SECOND);
  }
}
