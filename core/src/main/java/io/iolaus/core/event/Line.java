package io.iolaus.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The fields of one JSON object as they stand there, before anything is known of their rules. Used
/// again for every line: reading one forgets the one before.
final class Line {

  /// Objects and lists deeper than this are not read.
  static final int MAX_DEPTH = 64;

  /// A value that no field takes.
  enum Other {
    /// A number that is not whole.
    FRACTION,
    /// A whole number too large for a `long`.
    HUGE,
    /// An object, or `null` in a list.
    NO_SCALAR
  }

  // String, Long, Boolean, Other or, of fields that may hold a list, a List of these.
  private final @Nullable Object[] values = new @Nullable Object[Field.COUNT_OF_FIELDS];
  private final Set<String> unknown = new LinkedHashSet<>();
  private long seen;

  /// Reads the one object that the parser is about to see.
  ///
  /// @throws LineException when there is none, more than it, the same key twice, or too deep a nest
  void read(JsonParser parser) {
    Arrays.fill(values, null);
    unknown.clear();
    seen = 0;
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new LineException("", ReasonCode.NOT_AN_OBJECT, "a line is one JSON object");
    }
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      Field field = Field.named(name);
      if (field == null ? !unknown.add(name) : (seen & field.bit) != 0) {
        throw duplicate(name);
      }
      parser.nextToken();
      if (field == null) {
        skip(parser, 1);
      } else {
        seen |= field.bit;
        values[field.slot] = value(parser);
      }
    }
    if (parser.nextToken() != null) {
      throw new LineException(
          "", ReasonCode.MALFORMED_JSON, "more than one JSON value on the line");
    }
  }

  /// The value of a field, null when it is absent or `null`.
  @Nullable Object value(Field field) {
    return values[field.slot];
  }

  /// Names of the fields that a line of this type does not know, fit to be shown.
  Set<String> unknownTo(LineType type) {
    long foreign = seen & ~type.fields;
    if (foreign == 0 && unknown.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    for (String name : unknown) {
      names.add(FieldNames.shown(name));
    }
    for (Field field : Field.values()) {
      if ((foreign & field.bit) != 0) {
        names.add(field.jsonName);
      }
    }
    return names;
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case START_ARRAY -> list(parser);
      default -> scalar(parser, 1);
    };
  }

  private static List<Object> list(JsonParser parser) {
    List<Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(scalar(parser, 2));
    }
    return elements;
  }

  private static Object scalar(JsonParser parser, int depth) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? Other.HUGE
              : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> whole(parser.getDoubleValue());
      default -> {
        skip(parser, depth);
        yield Other.NO_SCALAR;
      }
    };
  }

  /// `1.0` and `1e3` are whole numbers, as JSON Schema has it. Doubles are exact below 2^53.
  private static Object whole(double number) {
    if (number != Math.rint(number)) {
      return Other.FRACTION;
    }
    return Math.abs(number) < 0x1p53 ? (Object) (long) number : Other.HUGE;
  }

  /// Passes over a value; only its depth and its keys are looked at.
  private static void skip(JsonParser parser, int depth) {
    if (depth > MAX_DEPTH) {
      throw new LineException(
          "", ReasonCode.TOO_DEEP, "nested deeper than " + MAX_DEPTH + " levels");
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Set<String> names = new HashSet<>();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        if (!names.add(name)) {
          throw duplicate(name);
        }
        parser.nextToken();
        skip(parser, depth + 1);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        skip(parser, depth + 1);
      }
    }
  }

  private static LineException duplicate(String name) {
    return new LineException(
        FieldNames.shown(name), ReasonCode.DUPLICATE_KEY, "the same key twice in one object");
  }
}
