package io.iolaus.api.load;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much is done at once, and how long it may take.
///
/// @param atOnce how many requests, heavy ones and exports apart
/// @param atOncePerUser how many of them of one user
/// @param heavy how many requests that read much
/// @param exports how many files that are written as they are read
/// @param patience how long a request waits for its turn
/// @param perMinute how many requests a user may make, in one burst if it likes
/// @param longest how long a request may take, in the database as well
/// @param exportLongest how long an export may take
@ConfigurationProperties("iolaus.load")
record LoadProperties(
    @DefaultValue("24") int atOnce,
    @DefaultValue("8") int atOncePerUser,
    @DefaultValue("8") int heavy,
    @DefaultValue("4") int heavyPerUser,
    @DefaultValue("4") int exports,
    @DefaultValue("2") int exportsPerUser,
    @DefaultValue("PT2S") Duration patience,
    @DefaultValue("6000") int perMinute,
    @DefaultValue("PT30S") Duration longest,
    @DefaultValue("PT15M") Duration exportLongest) {

  private static final String NAME = "iolaus.load.";

  LoadProperties {
    places("at-once", atOnce, atOncePerUser);
    places("heavy", heavy, heavyPerUser);
    places("exports", exports, exportsPerUser);
    if (perMinute < 1) {
      throw new IllegalArgumentException(NAME + "per-minute must be 1 or more, was " + perMinute);
    }
    duration("patience", patience, Duration.ZERO, Duration.ofMinutes(1));
    duration("longest", longest, Duration.ofSeconds(1), Duration.ofMinutes(10));
    duration("export-longest", exportLongest, Duration.ofSeconds(1), Duration.ofDays(1));
  }

  private static void places(String name, int all, int perUser) {
    if (all < 1 || perUser < 1 || perUser > all) {
      throw new IllegalArgumentException(
          "%s%s must be 1 or more, and of one user no more than of all; was %d, of one user %d"
              .formatted(NAME, name, all, perUser));
    }
  }

  private static void duration(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s%s must be %s..%s, was %s".formatted(NAME, name, least, most, value));
    }
  }
}
