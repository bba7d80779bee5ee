package io.iolaus.core.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A head that was written down outside the database. As a line:
///
/// `1 SEQ HASH TIME KEY SEAL`, where 1 is the form, and the seal is made over all before it.
///
/// @param at when it was written down
public record AuditAnchor(AuditHead head, Instant at, String key, String seal) {

  private static final Pattern LINE =
      Pattern.compile("1 (\\d{1,18}) ([0-9a-f]{64}) (\\S{20,30}) ([0-9a-f]{16}) ([0-9a-f]{64})");

  /// Writes a head down.
  public static AuditAnchor of(AuditHead head, Instant at, AuditKey key) {
    return new AuditAnchor(head, at, key.id(), key.sealAnchor(said(head, at, key.id())));
  }

  /// The line, without its end.
  public String line() {
    return said(head, at, key) + " " + seal;
  }

  /// What a line says; empty where it is none, as one that a crash cut off.
  public static Optional<AuditAnchor> parse(String line) {
    Matcher fields = LINE.matcher(line);
    if (!fields.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AuditAnchor(
              new AuditHead(Long.parseLong(fields.group(1)), fields.group(2)),
              Instant.parse(fields.group(3)),
              fields.group(4),
              fields.group(5)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// Whether this key made it as it is.
  boolean isOf(AuditKey other) {
    return AuditKey.same(seal, other.sealAnchor(said(head, at, key)));
  }

  private static String said(AuditHead head, Instant at, String key) {
    return "1 " + head.seq() + " " + head.hash() + " " + at + " " + key;
  }
}
