package io.iolaus.api.cases;

import io.iolaus.core.cases.CasePriority;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How long a case of each priority may take, from a minute to a year; time in which it waits for
/// others does not count.
///
/// @param attachment how large an attachment may be, from a kilobyte to a gigabyte
@ConfigurationProperties("iolaus.cases")
record CaseProperties(
    @DefaultValue("PT4H") Duration urgent,
    @DefaultValue("PT24H") Duration high,
    @DefaultValue("P3D") Duration normal,
    @DefaultValue("P14D") Duration low,
    @DefaultValue("25MB") DataSize attachment) {

  CaseProperties {
    required("urgent", urgent);
    required("high", high);
    required("normal", normal);
    required("low", low);
    if (attachment.toKilobytes() < 1 || attachment.toBytes() > DataSize.ofGigabytes(1).toBytes()) {
      throw new IllegalArgumentException(
          "iolaus.cases.attachment must be 1KB..1GB, was " + attachment);
    }
  }

  private static void required(String name, Duration allowed) {
    if (allowed.compareTo(Duration.ofMinutes(1)) < 0
        || allowed.compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException(
          "iolaus.cases.%s must be PT1M..P366D, was %s".formatted(name, allowed));
    }
  }

  Duration allowed(CasePriority priority) {
    return switch (priority) {
      case URGENT -> urgent;
      case HIGH -> high;
      case NORMAL -> normal;
      case LOW -> low;
    };
  }

  Map<CasePriority, Duration> allowed() {
    Map<CasePriority, Duration> all = new EnumMap<>(CasePriority.class);
    for (CasePriority priority : CasePriority.values()) {
      all.put(priority, allowed(priority));
    }
    return all;
  }
}
