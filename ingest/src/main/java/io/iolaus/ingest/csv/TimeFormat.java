package io.iolaus.ingest.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How times are written in a column. What cannot be read becomes a text that no line accepts, so
/// that the line's own rules reject it.
sealed interface TimeFormat {

  /// Stands for a time that could not be read.
  String UNREADABLE = "?";

  /// Later than any line may be.
  Instant FAR = Instant.parse("9999-12-31T23:59:59Z");

  /// The time as RFC 3339.
  String toRfc3339(String text);

  /// As lines have it.
  record Rfc3339() implements TimeFormat {
    @Override
    public String toRfc3339(String text) {
      return text;
    }
  }

  /// Seconds or milliseconds since 1970, with a fraction or without.
  ///
  /// @param digits 0 for seconds, 3 for milliseconds
  record Epoch(int digits) implements TimeFormat {

    private static final int LONGEST = 32;
    private static final BigDecimal LATEST = BigDecimal.valueOf(FAR.toEpochMilli());

    @Override
    public String toRfc3339(String text) {
      if (!text.matches("-?[0-9]+([.][0-9]+)?") || text.length() > LONGEST) {
        return UNREADABLE;
      }
      BigDecimal millis = new BigDecimal(text).movePointRight(3 - digits);
      return millis.abs().compareTo(LATEST) > 0
          ? FAR.toString()
          : Instant.ofEpochMilli(millis.setScale(0, java.math.RoundingMode.FLOOR).longValue())
              .toString();
    }
  }

  /// A pattern of `java.time`, strict: there is no 30 February.
  ///
  /// @param zone where the pattern has no offset
  record Pattern(DateTimeFormatter formatter, @Nullable ZoneId zone) implements TimeFormat {

    /// @throws IllegalArgumentException if the pattern cannot be read, or neither it nor `zone`
    ///   says which offset times have
    static Pattern of(String pattern, @Nullable ZoneId zone) {
      if (zone == null && !hasOffset(pattern)) {
        throw new IllegalArgumentException(
            "\"" + pattern + "\" has no offset: add zone, such as zone: UTC");
      }
      return new Pattern(
          DateTimeFormatter.ofPattern(proleptic(pattern), Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT),
          zone);
    }

    @Override
    public String toRfc3339(String text) {
      try {
        return instant(formatter.parse(text)).toString();
      } catch (DateTimeException e) {
        return UNREADABLE;
      }
    }

    private Instant instant(TemporalAccessor parsed) {
      if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
        return Instant.from(parsed);
      }
      LocalTime time = parsed.query(TemporalQueries.localTime());
      return LocalDate.from(parsed)
          .atTime(time == null ? LocalTime.MIDNIGHT : time)
          .atZone(Objects.requireNonNullElse(zone, java.time.ZoneOffset.UTC))
          .toInstant();
    }

    private static boolean hasOffset(String pattern) {
      return unquoted(pattern).chars().anyMatch(c -> "XxZVzO".indexOf(c) >= 0);
    }

    private static String unquoted(String pattern) {
      return pattern.replaceAll("'[^']*'", "");
    }

    /// Strict reading takes `yyyy` for the year of an era, and asks for the era.
    private static String proleptic(String pattern) {
      StringBuilder out = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        quoted ^= c == '\'';
        out.append(c == 'y' && !quoted ? 'u' : c);
      }
      return out.toString();
    }
  }
}
