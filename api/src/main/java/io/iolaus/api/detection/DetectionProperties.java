package io.iolaus.api.detection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When detection runs.
///
/// @param every how often although nothing new came in, ten seconds or more
/// @param settle how soon after new events
@ConfigurationProperties("iolaus.detection")
record DetectionProperties(
    @DefaultValue("PT15M") Duration every, @DefaultValue("PT1M") Duration settle) {
  DetectionProperties {
    if (every.compareTo(Duration.ofSeconds(10)) < 0) {
      throw new IllegalArgumentException(
          "iolaus.detection.every must be ten seconds or more, was " + every);
    }
    if (settle.isNegative()) {
      throw new IllegalArgumentException(
          "iolaus.detection.settle must not be negative, was " + settle);
    }
  }
}
