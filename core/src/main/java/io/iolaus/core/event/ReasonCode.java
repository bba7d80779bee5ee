package io.iolaus.core.event;

import java.util.Locale;
import java.util.Optional;

/// Why a line was rejected. The kebab-case {@link #id} is stable: programs may depend on it.
public enum ReasonCode {
  /// The bytes are not UTF-8.
  INVALID_UTF8,
  /// Not JSON, more than one value on the line, or a NUL byte or byte order mark inside a source.
  MALFORMED_JSON,
  /// JSON, but not an object.
  NOT_AN_OBJECT,
  /// Nested deeper than 64 levels.
  TOO_DEEP,
  /// A line longer than 16 MiB.
  LINE_TOO_LONG,
  /// The same key twice in one object.
  DUPLICATE_KEY,
  /// `type` is none of the nine.
  UNKNOWN_TYPE,
  /// A required field is absent or `null`.
  MISSING_FIELD,
  /// A value of another JSON type, a number as a string among them.
  WRONG_TYPE,
  /// A value that is not in its closed list.
  UNKNOWN_VALUE,
  /// A number outside its range, or not whole.
  OUT_OF_RANGE,
  /// Not 1..256 code points, or with control characters.
  INVALID_ID,
  /// A kept text with control characters (other than line breaks and tabs) or half a surrogate
  /// pair; an empty name.
  INVALID_TEXT,
  /// An identifier kind that is not lower-case words joined by hyphens.
  INVALID_KIND,
  /// A bin of other than 6 or 8 digits.
  INVALID_BIN,
  /// Not an assigned ISO 3166-1 alpha-2 code.
  INVALID_COUNTRY,
  /// Not RFC 3339 with an offset.
  INVALID_TIME,
  /// A time before 2000-01-01T00:00:00Z or after 2100-01-01T00:00:00Z.
  TIME_RANGE,
  /// Not an IPv4 or IPv6 address, or one with leading zeros or a zone id.
  INVALID_ADDRESS,
  /// Not a range in CIDR notation.
  INVALID_PREFIX,
  /// A range whose address has bits set behind its length.
  PREFIX_HOST_BITS,
  /// A text of more than 1 MiB.
  TEXT_TOO_LONG,
  /// Both `prompt` and `fingerprint`.
  PROMPT_AND_FINGERPRINT,
  /// A text that is no fingerprint.
  INVALID_FINGERPRINT,
  /// A fingerprint of a version this program does not know.
  FINGERPRINT_VERSION,
  /// A fingerprint made under another site secret.
  FINGERPRINT_KEY,
  /// A string that looks like a card number.
  CARD_NUMBER,
  /// A CSV row with another number of cells than the header, or with a quote that does not end
  /// (found by ingest, not by the decoder).
  MALFORMED_ROW,
  /// An `eventId` that came before with other content (found by ingest, not by the decoder).
  CONFLICT,
  /// Compressed data that breaks off or is damaged; what came before is loaded (found by ingest,
  /// not by the decoder).
  BROKEN_SOURCE;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// The stable form: `time-range`.
  public String id() {
    return id;
  }

  /// The code with this {@link #id}.
  public static Optional<ReasonCode> byId(String id) {
    for (ReasonCode code : values()) {
      if (code.id.equals(id)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return id;
  }
}
