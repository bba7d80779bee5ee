package io.iolaus.api.detection;

import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.EpochOptions;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When detection runs.
///
/// @param every how often although nothing new came in, ten seconds or more
/// @param settle how soon after new events
/// @param slow a full run that took less than this is done again, whatever has changed
/// @param epoch how long runs may go on from a slower one; zero: each run is a full one
@ConfigurationProperties("iolaus.detection")
record DetectionProperties(
    @DefaultValue("PT15M") Duration every,
    @DefaultValue("PT1M") Duration settle,
    @DefaultValue("PT10S") Duration slow,
    @DefaultValue("PT24H") Duration epoch) {
  DetectionProperties {
    if (every.compareTo(Duration.ofSeconds(10)) < 0) {
      throw new IllegalArgumentException(
          "iolaus.detection.every must be ten seconds or more, was " + every);
    }
    if (slow.isNegative()) {
      throw new IllegalArgumentException("iolaus.detection.slow must not be negative, was " + slow);
    }
    if (epoch.isNegative()) {
      throw new IllegalArgumentException(
          "iolaus.detection.epoch must not be negative, was " + epoch);
    }
    if (settle.isNegative()) {
      throw new IllegalArgumentException(
          "iolaus.detection.settle must not be negative, was " + settle);
    }
  }

  /// How soon a run is begun again that left no trace of itself.
  Duration again() {
    return settle.compareTo(every) < 0 ? settle : every;
  }

  /// How a run is done.
  DetectionOptions options() {
    return DetectionOptions.DEFAULT.within(new EpochOptions(slow, epoch));
  }
}
