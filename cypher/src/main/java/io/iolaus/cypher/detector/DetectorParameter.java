package io.iolaus.cypher.detector;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// A parameter of a detector with its default and its range.
///
/// @param name as the statement says it, without `$`
/// @param defaultValue a `Long`, `Double`, `Boolean` or `Duration`, by `type`
/// @param min smallest value allowed, for ordered types
/// @param max greatest value allowed, for ordered types
public record DetectorParameter(
    String name,
    Type type,
    Object defaultValue,
    Optional<Object> min,
    Optional<Object> max,
    String doc) {

  /// The types a parameter can have, by their names in the front matter.
  public enum Type {
    INTEGER,
    NUMBER,
    BOOLEAN,
    DURATION;

    /// The word in the front matter.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The value that `text` writes.
    ///
    /// @throws IllegalArgumentException saying what would be one
    public Object parse(String text) {
      try {
        return switch (this) {
          case INTEGER -> (Object) Long.valueOf(text);
          case NUMBER -> finite(Double.parseDouble(text));
          case BOOLEAN -> parseBoolean(text);
          case DURATION -> Duration.parse(text);
        };
      } catch (NumberFormatException | DateTimeParseException e) {
        throw new IllegalArgumentException(
            "'" + text + "' is no " + text() + (this == DURATION ? " such as P60D or PT15M" : ""),
            e);
      }
    }

    private static double finite(double value) {
      if (!Double.isFinite(value)) {
        throw new NumberFormatException("not finite");
      }
      return value;
    }

    private static boolean parseBoolean(String text) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
      };
    }
  }

  /// The value that `text` writes, if it is in range.
  ///
  /// @throws IllegalArgumentException naming the parameter, its range and the value
  public Object parse(String text) {
    return inRange(type.parse(text));
  }

  private Object inRange(Object value) {
    boolean below = min.isPresent() && compare(value, min.get()) < 0;
    boolean above = max.isPresent() && compare(value, max.get()) > 0;
    if (below || above) {
      throw new IllegalArgumentException(
          name
              + " must be "
              + min.map(Object::toString).orElse("")
              + ".."
              + max.map(Object::toString).orElse("")
              + ", was "
              + value);
    }
    return value;
  }

  private static int compare(Object a, Object b) {
    return switch (a) {
      case Long l -> l.compareTo((Long) b);
      case Double d -> d.compareTo((Double) b);
      case Duration d -> d.compareTo((Duration) b);
      default -> 0;
    };
  }
}
