package io.iolaus.api.alert;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// When messages may leave.
///
/// @param zone whose time of day counts
/// @param quiet in which nothing is sent; null for none
/// @param digest how often what came in is sent together; zero: each at once
record AlertTimes(ZoneId zone, @Nullable Quiet quiet, Duration digest) {

  /// From and to a time of day, the second left out; over midnight where it is the earlier one.
  record Quiet(LocalTime from, LocalTime to) {
    boolean contains(LocalTime time) {
      return from.isBefore(to)
          ? !time.isBefore(from) && time.isBefore(to)
          : !time.isBefore(from) || time.isBefore(to);
    }
  }

  /// @throws IllegalArgumentException that names the setting
  static AlertTimes of(String digest, String quiet, String zone) {
    return new AlertTimes(zone(zone), quiet(quiet), digest(digest));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "iolaus.alerts.zone must be a time zone as Europe/Berlin, was " + text, e);
    }
  }

  private static @Nullable Quiet quiet(String text) {
    if (text.isEmpty()) {
      return null;
    }
    String[] ends = text.split("-", -1);
    try {
      if (ends.length == 2) {
        Quiet quiet = new Quiet(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
        if (!quiet.from().equals(quiet.to())) {
          return quiet;
        }
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "iolaus.alerts.quiet must be two different times of day as 22:00-07:00, was " + text);
  }

  private static Duration digest(String text) {
    if (text.isEmpty() || text.equals("immediate")) {
      return Duration.ZERO;
    }
    try {
      Duration every = Duration.parse(text);
      if (every.compareTo(Duration.ofMinutes(1)) >= 0 && every.compareTo(Duration.ofDays(1)) <= 0) {
        return every;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "iolaus.alerts.digest must be immediate, or from PT1M to P1D, was " + text);
  }

  boolean quiet(Instant moment) {
    return quiet != null && quiet.contains(moment.atZone(zone).toLocalTime());
  }

  /// When the latest digest was due: counted from the last midnight of the zone, so that a daily
  /// one covers a day of its people.
  Instant slot(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    Instant midnight = local.toLocalDate().atStartOfDay(zone).toInstant();
    // A day in autumn has an hour more, and no slot more.
    long last = Duration.ofDays(1).minusNanos(1).dividedBy(digest);
    long slots = Math.min(last, Duration.between(midnight, now).dividedBy(digest));
    return midnight.plus(digest.multipliedBy(slots));
  }
}
