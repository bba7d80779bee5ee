package io.iolaus.ingest.fold;

import java.util.Comparator;

/// One statement about one field: at this time it had this value.
///
/// Facts are ordered by field, then time, then value in byte order: of the facts of one field the last
/// one holds.
///
/// @param at milliseconds since 1970-01-01
public record Fact(String field, long at, String value) implements Comparable<Fact> {

  /// Stands between the parts of the stored form; no value of the format may contain it.
  public static final char SEPARATOR = '\u001f';

  /// Stands between the elements of a value that is a list.
  public static final String LIST_SEPARATOR = "\u001e";

  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::field)
          .thenComparingLong(Fact::at)
          .thenComparing(Fact::value, ByteOrder::compare);

  @Override
  public int compareTo(Fact other) {
    return ORDER.compare(this, other);
  }

  /// The stored form.
  public String encode() {
    return field + SEPARATOR + at + SEPARATOR + value;
  }

  /// The fact that {@link #encode} gave this form.
  public static Fact decode(String encoded) {
    int first = encoded.indexOf(SEPARATOR);
    int second = encoded.indexOf(SEPARATOR, first + 1);
    if (first < 0 || second < 0) {
      throw new IllegalArgumentException("not a fact: " + encoded.length() + " characters");
    }
    return new Fact(
        encoded.substring(0, first),
        Long.parseLong(encoded, first + 1, second, 10),
        encoded.substring(second + 1));
  }
}
