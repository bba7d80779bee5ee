package io.iolaus.neo4jlocal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.neo4j.values.storable.DateTimeValue;
import org.neo4j.values.storable.Value;
import org.neo4j.values.storable.Values;

/// Some entities of one file in bytes. First the names of properties that occur: how many, and each
/// as a text. Then entities: texts for their ids, how many properties, and each as the number of
/// its name, a letter for its type, and its value.
///
/// Numbers are of variable length, seven bits a byte, the lowest first; signed ones have their sign
/// in the lowest bit. A text is its length in bytes and its UTF-8.
final class ImportFrame {

  private final byte[] bytes;
  private final String[] names;
  private int at;

  ImportFrame(byte[] bytes) {
    this.bytes = bytes;
    names = new String[count()];
    for (int i = 0; i < names.length; i++) {
      names[i] = text();
    }
  }

  boolean hasMore() {
    return at < bytes.length;
  }

  int count() {
    return Math.toIntExact(unsigned());
  }

  String name() {
    return names[count()];
  }

  String text() {
    int length = count();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /// A value with the type that stands before it.
  Value value() {
    byte type = bytes[at++];
    return switch (type) {
      case 't' -> Values.stringValue(text());
      case 'n' -> Values.longValue(signed());
      case 'y' -> Values.booleanValue(true);
      case 'f' -> Values.booleanValue(false);
      case 'd' -> millis();
      case 'i' -> DateTimeValue.datetime(signed(), unsigned(), ZoneOffset.UTC);
      case 'b' -> binary();
      case 'T' -> texts();
      case 'N' -> numbers();
      case 'D' -> days();
      default -> throw new IllegalStateException("no type of a value: " + type);
    };
  }

  /// Milliseconds since 1970-01-01 UTC.
  private Value millis() {
    long millis = signed();
    return DateTimeValue.datetime(
        Math.floorDiv(millis, 1000), Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
  }

  private Value binary() {
    byte[] value = new byte[count()];
    System.arraycopy(bytes, at, value, 0, value.length);
    at += value.length;
    return Values.byteArray(value);
  }

  private Value texts() {
    String[] values = new String[count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = text();
    }
    return Values.stringArray(values);
  }

  private Value numbers() {
    long[] values = new long[count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = signed();
    }
    return Values.longArray(values);
  }

  /// Days since 1970-01-01, the first as it is, the others as what they are after the one before.
  private Value days() {
    LocalDate[] values = new LocalDate[count()];
    long day = 0;
    for (int i = 0; i < values.length; i++) {
      day += signed();
      values[i] = LocalDate.ofEpochDay(day);
    }
    return Values.dateArray(values);
  }

  private long signed() {
    long value = unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  private long unsigned() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
