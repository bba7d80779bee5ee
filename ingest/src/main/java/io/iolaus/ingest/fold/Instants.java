package io.iolaus.ingest.fold;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The one text form of an instant in facts: `2026-04-21T08:00:00.000Z`. Of fixed width, so that byte
/// order is the order of time.
public final class Instants {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Instants() {}

  /// The text of an instant.
  public static String format(Instant instant) {
    return FORMAT.format(instant);
  }
}
