package io.iolaus.cypher.write;

import java.time.Duration;

/// How long a transaction is run again where the database says that it may help, or does not
/// answer.
///
/// @param pause before the first run after a failure; every further one is twice as long
/// @param longestPause no pause is longer
/// @param patience from the first failure in a row; after that the last error is thrown. A database
///   that has not answered yet is given half a minute at most: it is hardly restarting
public record RetryLimits(Duration pause, Duration longestPause, Duration patience) {

  /// Two minutes: enough for a restart with recovery, or for a cluster to choose another leader.
  public static final RetryLimits DEFAULT =
      new RetryLimits(Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofMinutes(2));

  private static final Duration FIRST_ANSWER = Duration.ofSeconds(30);

  public RetryLimits {
    if (!pause.isPositive() || longestPause.compareTo(pause) < 0 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "pauses must be positive and ascend, patience not negative: was %s, %s, %s"
              .formatted(pause, longestPause, patience));
    }
  }

  /// The defaults with the patience that `IOLAUS_DB_PATIENCE` gives (`PT2M`), where it is set.
  public static RetryLimits ofEnvironment() {
    String patience = System.getenv("IOLAUS_DB_PATIENCE");
    return patience == null ? DEFAULT : DEFAULT.withPatience(Duration.parse(patience));
  }

  /// The same with another patience.
  public RetryLimits withPatience(Duration newPatience) {
    return new RetryLimits(pause, longestPause, newPatience);
  }

  /// The patience with a database that has never answered.
  Duration forFirstAnswer() {
    return patience.compareTo(FIRST_ANSWER) < 0 ? patience : FIRST_ANSWER;
  }

  /// The pause before run number `run`, counted from 1 for the first that is not the first of its
  /// work.
  Duration before(int run) {
    Duration doubled = pause.multipliedBy(1L << Math.min(run - 1, 20));
    return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
  }
}
