package io.iolaus.cypher.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// Reads values that may be absent.
public final class Fields {
  private Fields() {}

  public static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }

  public static @Nullable Instant instant(Value value) {
    return value.isNull() ? null : value.asZonedDateTime().toInstant();
  }

  public static @Nullable Double number(Value value) {
    return value.isNull() ? null : value.asNumber().doubleValue();
  }

  /// The number, 0 where there is none.
  public static double numberOrZero(Value value) {
    return value.isNull() ? 0 : value.asNumber().doubleValue();
  }

  /// The count, 0 where there is none.
  public static long count(Value value) {
    return value.isNull() ? 0 : value.asNumber().longValue();
  }

  public static boolean flag(Value value) {
    return !value.isNull() && value.asBoolean();
  }

  public static List<String> texts(Value value) {
    return list(value, Value::asString);
  }

  public static List<Double> numbers(Value value) {
    return list(value, v -> v.asNumber().doubleValue());
  }

  public static List<LocalDate> days(Value value) {
    return list(value, Value::asLocalDate);
  }

  /// The list, empty where there is none.
  public static <T> List<T> list(Value value, Function<Value, T> element) {
    return value.isNull() ? List.of() : List.copyOf(value.asList(element));
  }
}
