package io.iolaus.cypher.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.types.MapAccessor;

/// One row of an answer. A column that is absent or null is an error, but for the `optional`
/// methods and lists, which are empty then.
public final class GraphRow {

  private final MapAccessor row;

  GraphRow(MapAccessor row) {
    this.row = row;
  }

  /// A row with these columns, of values as parameters have them.
  public static GraphRow of(Map<String, ?> columns) {
    return new GraphRow(Values.value(columns));
  }

  public boolean isNull(String column) {
    return row.get(column).isNull();
  }

  public String text(String column) {
    return row.get(column).asString();
  }

  public long number(String column) {
    return row.get(column).asLong();
  }

  public boolean flag(String column) {
    return row.get(column).asBoolean();
  }

  public Instant instant(String column) {
    return row.get(column).asOffsetDateTime().toInstant();
  }

  public byte[] bytes(String column) {
    return row.get(column).asByteArray();
  }

  public Optional<String> optionalText(String column) {
    return isNull(column) ? Optional.empty() : Optional.of(text(column));
  }

  public Optional<byte[]> optionalBytes(String column) {
    return isNull(column) ? Optional.empty() : Optional.of(bytes(column));
  }

  public List<String> texts(String column) {
    return isNull(column) ? List.of() : row.get(column).asList(Value::asString);
  }

  public long[] numbers(String column) {
    return isNull(column)
        ? new long[0]
        : row.get(column).asList(Value::asLong).stream().mapToLong(Long::longValue).toArray();
  }

  /// Days since 1970-01-01.
  public int[] days(String column) {
    return isNull(column)
        ? new int[0]
        : row.get(column).asList(Value::asLocalDate).stream()
            .mapToLong(LocalDate::toEpochDay)
            .mapToInt(Math::toIntExact)
            .toArray();
  }
}
