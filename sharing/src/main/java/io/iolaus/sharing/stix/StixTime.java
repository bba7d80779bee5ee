package io.iolaus.sharing.stix;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times as STIX writes them, cut to the hour: finer ones would let a partner find the accounts in
/// its own logs.
final class StixTime {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private StixTime() {}

  static String hour(Instant instant) {
    return MILLIS.format(instant.truncatedTo(ChronoUnit.HOURS));
  }
}
