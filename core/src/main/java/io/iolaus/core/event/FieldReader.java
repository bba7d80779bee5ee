package io.iolaus.core.event;

import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import io.iolaus.core.address.IpRanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a {@link Line} by the rules of their domains. Everything here returns null
/// for an absent field and throws {@link LineException} for one that breaks its rule.
final class FieldReader {

  static final int MAX_ID_CODE_POINTS = 256;
  static final int MAX_TEXT_BYTES = 1 << 20;
  static final long MAX_COUNT = 1_000_000_000L;
  // A billion exchanges of a million tokens. Leaves room to add up thousands of such lines in a
  // long.
  static final long MAX_TOKENS = 1_000_000_000_000_000L;
  static final long MAX_ASN = 0xffff_ffffL;

  private static final long FIRST_INSTANT = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST_INSTANT = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Line line;

  FieldReader(Line line) {
    this.line = line;
  }

  static <T> T required(Field field, @Nullable T value) {
    if (value == null) {
      throw new LineException(field, ReasonCode.MISSING_FIELD, "required and absent");
    }
    return value;
  }

  /// The string as it stands there; refused when it is a card number.
  @Nullable String string(Field field) {
    return string(field.jsonName, line.value(field));
  }

  /// By the rule of strings, a text that stands as the value of a field.
  static String string(Field field, String text) {
    return noCard(field.jsonName, text);
  }

  /// By the rule of identifiers, a text that stands as the value of a field.
  static String id(Field field, String text) {
    return checkedId(field.jsonName, string(field, text));
  }

  /// By the rule of addresses, a text that stands as the value of a field.
  static String ip(Field field, String text) {
    return subscriber(field, string(field, text));
  }

  /// Whether an instant lies where the format allows it.
  static boolean isInRange(long millis) {
    return millis >= FIRST_INSTANT && millis <= LAST_INSTANT;
  }

  /// 1..256 code points without control characters.
  @Nullable String id(Field field) {
    return id(field.jsonName, string(field));
  }

  /// A text that is kept: a name, a remark.
  @Nullable String text(Field field) {
    return Texts.kept(field.jsonName, string(field));
  }

  /// A text that is fingerprinted and forgotten; an empty one says nothing.
  @Nullable String forgotten(Field field) {
    String text = string(field);
    if (text == null || text.isBlank()) {
      return null;
    }
    Texts.requireSize(field.jsonName, text);
    return text;
  }

  @Nullable String oneOf(Field field, List<String> closed) {
    String value = string(field);
    if (value == null) {
      return null;
    }
    int index = closed.indexOf(value);
    if (index < 0) {
      throw new LineException(
          field, ReasonCode.UNKNOWN_VALUE, "must be one of " + String.join(", ", closed));
    }
    // The list's own string: millions of lines then share it.
    return closed.get(index);
  }

  @Nullable Instant time(Field field) {
    String text = string(field);
    if (text == null) {
      return null;
    }
    long millis = Rfc3339.parse(text);
    if (millis == Rfc3339.INVALID) {
      throw new LineException(
          field, ReasonCode.INVALID_TIME, "must be an RFC 3339 time with an offset");
    }
    if (!isInRange(millis)) {
      throw new LineException(
          field, ReasonCode.TIME_RANGE, "must lie from 2000-01-01 to 2100-01-01");
    }
    return Instant.ofEpochMilli(millis);
  }

  @Nullable Boolean truth(Field field) {
    return switch (line.value(field)) {
      case null -> null;
      case Boolean truth -> truth;
      default -> throw wrongType(field.jsonName, "true or false");
    };
  }

  @Nullable Long integer(Field field, long least, long most) {
    return integer(field.jsonName, line.value(field), least, most);
  }

  @Nullable String country(Field field) {
    String country = string(field);
    if (country != null && !COUNTRIES.contains(country)) {
      throw new LineException(
          field, ReasonCode.INVALID_COUNTRY, "must be an ISO 3166-1 alpha-2 code in capitals");
    }
    return country;
  }

  @Nullable String bin(Field field) {
    String bin = string(field);
    if (bin != null && !isBin(bin)) {
      throw new LineException(field, ReasonCode.INVALID_BIN, "must be 6 or 8 digits");
    }
    return bin;
  }

  @Nullable String identifierKind(Field field) {
    String kind = string(field);
    if (kind != null && !isWord(kind)) {
      throw new LineException(
          field, ReasonCode.INVALID_KIND, "must be a lower-case word, hyphens allowed");
    }
    return kind;
  }

  /// How the address is kept: IPv6 as its /64.
  @Nullable String ip(Field field) {
    String text = string(field);
    return text == null ? null : subscriber(field, text);
  }

  private static String subscriber(Field field, String text) {
    return IpAddress.parse(text)
        .map(IpRanges::subscriber)
        .orElseThrow(() ->
            new LineException(
                field, ReasonCode.INVALID_ADDRESS, "must be an IPv4 or IPv6 address"));
  }

  @Nullable String prefix(Field field) {
    return prefix(field.jsonName, string(field));
  }

  @Nullable List<String> ids(Field field) {
    return list(field, (path, element) -> id(path, string(path, element)));
  }

  @Nullable List<String> texts(Field field) {
    return list(field, (path, element) -> Texts.kept(path, string(path, element)));
  }

  @Nullable List<String> prefixes(Field field) {
    return list(field, (path, element) -> prefix(path, string(path, element)));
  }

  @Nullable List<Long> integers(Field field, long least, long most) {
    return list(field, (path, element) -> integer(path, element, least, most));
  }

  private interface ElementReader<T> {
    @Nullable T read(String path, Object element);
  }

  private <T> @Nullable List<T> list(Field field, ElementReader<T> reader) {
    Object value = line.value(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof List<?> elements)) {
      throw wrongType(field.jsonName, "a list");
    }
    List<T> read = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      String path = field.jsonName + "[" + i + "]";
      T element = reader.read(path, elements.get(i));
      if (element != null) {
        read.add(element);
      }
    }
    return List.copyOf(read);
  }

  private static @Nullable String string(String path, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      throw wrongType(path, "a string");
    }
    return noCard(path, text);
  }

  private static String noCard(String path, String text) {
    if (CardNumbers.is(text)) {
      throw cardNumber(path);
    }
    return text;
  }

  private static @Nullable String id(String path, @Nullable String text) {
    return text == null ? null : checkedId(path, text);
  }

  private static String checkedId(String path, String text) {
    if (!Texts.isId(text, MAX_ID_CODE_POINTS)) {
      throw new LineException(
          path,
          ReasonCode.INVALID_ID,
          "must be 1.." + MAX_ID_CODE_POINTS + " code points without control characters");
    }
    if (CardNumbers.in(text)) {
      throw cardNumber(path);
    }
    return text;
  }

  private static @Nullable String prefix(String path, @Nullable String text) {
    if (text == null) {
      return null;
    }
    IpPrefix prefix =
        IpPrefix.parse(text)
            .orElseThrow(() ->
                new LineException(
                    path, ReasonCode.INVALID_PREFIX, "must be an address range in CIDR form"));
    if (prefix.hasHostBits()) {
      throw new LineException(path, ReasonCode.PREFIX_HOST_BITS, "has bits set behind its length");
    }
    return prefix.toString();
  }

  private static @Nullable Long integer(
      String path, @Nullable Object value, long least, long most) {
    if (value == null) {
      return null;
    }
    if (value instanceof Long number && number >= least && number <= most) {
      return number;
    }
    if (value instanceof Long || value == Line.Other.HUGE || value == Line.Other.FRACTION) {
      throw new LineException(
          path, ReasonCode.OUT_OF_RANGE, "must be a whole number from " + least + " to " + most);
    }
    throw wrongType(path, "a whole number");
  }

  static LineException cardNumber(String path) {
    return new LineException(path, ReasonCode.CARD_NUMBER, "looks like a payment card number");
  }

  private static LineException wrongType(String path, String wanted) {
    return new LineException(path, ReasonCode.WRONG_TYPE, "must be " + wanted);
  }

  private static boolean isBin(String text) {
    return (text.length() == 6 || text.length() == 8)
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Lower-case letters and digits, a letter first, single hyphens inside.
  private static boolean isWord(String text) {
    if (text.isEmpty() || text.length() > MAX_ID_CODE_POINTS) {
      return false;
    }
    char before = '-';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean inner = (c >= '0' && c <= '9') || (c == '-' && before != '-');
      if (!letter && (i == 0 || !inner)) {
        return false;
      }
      before = c;
    }
    return before != '-';
  }
}
