package io.iolaus.ingest.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Collects nodes or edges for one file and hands them over in frames. For one thread.
///
/// Values are those that parameters of statements have; what is null is left out, as `SET` would.
final class EntityFrames {

  private static final int FRAME = 1 << 16;
  private static final int NANOS_A_MILLI = 1_000_000;

  private final ImportFile file;
  private final Map<String, Integer> names = new HashMap<>();
  private final ByteSink nameBytes = new ByteSink();
  private final ByteSink entities = new ByteSink();
  private long number;

  EntityFrames(ImportFile file) {
    this.file = file;
  }

  /// Adds a node.
  void node(String id, Map<String, ?> properties) {
    entities.text(id);
    entities.unsigned(properties.values().stream().filter(Objects::nonNull).count());
    properties.forEach((name, value) -> {
      if (value != null) {
        property(name, value);
      }
    });
    added();
  }

  /// Adds an edge.
  ///
  /// @param columns names of properties
  /// @param row has their values, one behind another, from `first` on
  void edge(String start, String end, List<String> columns, List<?> row, int first) {
    entities.text(start);
    entities.text(end);
    entities.unsigned(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      property(columns.get(i), row.get(first + i));
    }
    added();
  }

  private void added() {
    number++;
    if (entities.size() >= FRAME) {
      flush();
    }
  }

  private void property(String name, Object value) {
    Integer known = names.get(name);
    if (known == null) {
      known = names.size();
      names.put(name, known);
    }
    entities.unsigned(known);
    value(value);
  }

  private void value(Object value) {
    switch (value) {
      case String text -> {
        entities.letter('t');
        entities.text(text);
      }
      case Long n -> number(n);
      case Integer n -> number(n);
      case Boolean flag -> entities.letter(flag ? 'y' : 'f');
      case OffsetDateTime time -> time(time.toInstant());
      case byte[] bytes -> {
        entities.letter('b');
        entities.binary(bytes);
      }
      case long[] numbers -> {
        entities.letter('N');
        entities.unsigned(numbers.length);
        for (long n : numbers) {
          entities.signed(n);
        }
      }
      case List<?> list -> list(list);
      default -> throw new IllegalArgumentException("no property: " + value.getClass());
    }
  }

  /// Milliseconds, or seconds and nanoseconds where it has finer parts.
  private void time(Instant time) {
    if (time.getNano() % NANOS_A_MILLI == 0) {
      entities.letter('d');
      entities.signed(time.toEpochMilli());
    } else {
      entities.letter('i');
      entities.signed(time.getEpochSecond());
      entities.unsigned(time.getNano());
    }
  }

  private void number(long n) {
    entities.letter('n');
    entities.signed(n);
  }

  private void list(List<?> list) {
    Object first = list.isEmpty() ? "" : list.getFirst();
    switch (first) {
      case String _ -> {
        entities.letter('T');
        entities.unsigned(list.size());
        list.forEach(text -> entities.text((String) text));
      }
      case Long _ -> {
        entities.letter('N');
        entities.unsigned(list.size());
        list.forEach(n -> entities.signed((Long) n));
      }
      case LocalDate _ -> days(list);
      default -> throw new IllegalArgumentException("no list of values: " + first.getClass());
    }
  }

  /// Each as what it is after the one before.
  private void days(List<?> list) {
    entities.letter('D');
    entities.unsigned(list.size());
    long before = 0;
    for (Object day : list) {
      long next = ((LocalDate) day).toEpochDay();
      entities.signed(next - before);
      before = next;
    }
  }

  /// Hands over what there is.
  void flush() {
    if (number == 0) {
      return;
    }
    nameBytes.unsigned(names.size());
    names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(name -> nameBytes.text(name.getKey()));
    try {
      file.add(nameBytes, entities, number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    names.clear();
    nameBytes.clear();
    entities.clear();
    number = 0;
  }
}
