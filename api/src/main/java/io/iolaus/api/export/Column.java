package io.iolaus.api.export;

import io.iolaus.api.cli.output.Cell;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One figure of each row of a table, or of each node of a graph. What is absent is an empty text.
///
/// @param type of its values where there are any
public record Column<T>(String name, Type type, Function<T, Cell> cell) {

  /// What kind of values a column has, as formats of graphs tell them apart.
  enum Type {
    TEXT,
    COUNT,
    NUMBER
  }

  private static final Cell ABSENT = new Cell.Text(null);

  /// A text.
  public static <T> Column<T> text(String name, Function<T, @Nullable String> value) {
    return new Column<>(name, Type.TEXT, row -> new Cell.Text(value.apply(row)));
  }

  /// Texts, in the order given.
  public static <T> Column<T> texts(String name, Function<T, List<String>> value) {
    return new Column<>(name, Type.TEXT, row -> new Cell.Texts(value.apply(row)));
  }

  /// A time.
  public static <T> Column<T> time(String name, Function<T, @Nullable Instant> value) {
    return new Column<>(name, Type.TEXT, row -> new Cell.Time(value.apply(row)));
  }

  /// A whole number.
  public static <T> Column<T> count(String name, Function<T, @Nullable Long> value) {
    return new Column<>(
        name,
        Type.COUNT,
        row -> {
          Long count = value.apply(row);
          return count == null ? ABSENT : new Cell.Count(count);
        });
  }

  /// A number.
  public static <T> Column<T> number(String name, Function<T, @Nullable Double> value) {
    return new Column<>(
        name,
        Type.NUMBER,
        row -> {
          Double number = value.apply(row);
          return number == null ? ABSENT : new Cell.Measure(number);
        });
  }
}
