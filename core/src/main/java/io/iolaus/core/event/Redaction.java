package io.iolaus.core.event;

import java.io.StringWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Shows the shape of a rejected line, for dead letters: enough to find and mend it at its source,
/// nothing that must not be kept.
///
/// Shown are the names of known fields, the type, times, values of closed lists, numbers that are
/// counts, and account ids that look like ids. Every other value is replaced by its length or kind,
/// unknown names by `?`. A line that breaks off is shown as far as it can be read.
public final class Redaction {

  private static final int MOST_FIELDS = 40;
  private static final int LONGEST_SHOWN = 64;
  private static final int MOST_FRACTION_DIGITS = 9;
  // No count that people write has as many digits as a card number.
  private static final long LARGEST_SHOWN = 999_999_999_999L;

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final Set<Field> TIMES = EnumSet.of(Field.AT, Field.CREATED_AT, Field.RELEASED_AT);
  private static final Set<Field> IDS = EnumSet.of(Field.ID, Field.ACCOUNT);
  private static final Set<Field> COUNTS =
      EnumSet.of(Field.COUNT, Field.INPUT_TOKENS, Field.OUTPUT_TOKENS, Field.ASN);
  private static final Map<Field, List<String>> CLOSED =
      Map.of(
          Field.STATUS, ClosedLists.ACCOUNT_STATUS,
          Field.MATCH_KEY, ClosedLists.MATCH_KEY,
          Field.USE, ClosedLists.NETWORK_USE,
          Field.VERDICT, ClosedLists.VERDICT,
          Field.STATEMENT, ClosedLists.STATEMENT);

  private Redaction() {}

  /// The shape of the line in `buffer[from, to)` as one JSON object on one line; `{}` when nothing
  /// can be read.
  public static String excerpt(byte[] buffer, int from, int to) {
    StringWriter out = new StringWriter();
    try (JsonGenerator shape = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      shape.writeStartObject();
      if (to - from <= EventDecoder.MAX_LINE_BYTES
          && Utf8.check(buffer, from, to) == Utf8.Check.CLEAN) {
        copyShape(buffer, from, to, shape);
      }
      shape.writeEndObject();
    }
    return out.toString();
  }

  private static void copyShape(byte[] buffer, int from, int to, JsonGenerator shape) {
    EnumSet<Field> written = EnumSet.noneOf(Field.class);
    int unknown = 0;
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), buffer, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      String name = parser.nextName();
      for (int i = 0; name != null && i < MOST_FIELDS; name = parser.nextName(), i++) {
        Field field = Field.named(name);
        parser.nextToken();
        if (field == null) {
          unknown++;
        } else if (written.add(field)) {
          shape.writeStringProperty(field.jsonName, shown(field, parser));
        }
        parser.skipChildren();
      }
    } catch (JacksonException e) {
      // The rest cannot be read: what was read before stays.
    }
    if (unknown > 0) {
      shape.writeStringProperty("?", unknown + " unknown");
    }
  }

  private static String shown(Field field, JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> text(field, parser.getString());
      case VALUE_NUMBER_INT -> number(field, parser);
      case VALUE_NUMBER_FLOAT -> "(number)";
      case VALUE_TRUE, VALUE_FALSE -> "(boolean)";
      case VALUE_NULL -> "(null)";
      case START_ARRAY -> "(list)";
      default -> "(object)";
    };
  }

  private static String number(Field field, JsonParser parser) {
    return COUNTS.contains(field)
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
            && Math.abs(parser.getLongValue()) <= LARGEST_SHOWN
        ? Long.toString(parser.getLongValue())
        : "(number)";
  }

  private static String text(Field field, String text) {
    boolean harmless =
        (field == Field.TYPE && LineType.named(text) != null)
            || (TIMES.contains(field)
                && Rfc3339.parse(text) != Rfc3339.INVALID
                && hasShortFraction(text))
            || (IDS.contains(field) && isPlainId(text))
            || CLOSED.getOrDefault(field, List.of()).contains(text);
    return harmless ? text : "(text of " + text.length() + ")";
  }

  /// A fraction of a second may have any number of digits: those of a card, too.
  private static boolean hasShortFraction(String time) {
    int point = time.indexOf('.');
    return point < 0
        || time.chars().skip(point + 1L).takeWhile(Character::isDigit).count()
            <= MOST_FRACTION_DIGITS;
  }

  /// Letters, digits and joints: no mail address, no name, no sentence; and fewer digits than a
  /// card has.
  private static boolean isPlainId(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_SHOWN
        && text.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_.:".indexOf(c) >= 0))
        && text.chars().filter(Character::isDigit).count() < 13;
  }
}
