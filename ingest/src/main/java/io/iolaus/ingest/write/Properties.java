package io.iolaus.ingest.write;

import io.iolaus.core.days.DayCounts;
import io.iolaus.ingest.fold.ExchangeFold;
import io.iolaus.ingest.fold.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The types in which the graph keeps values.
public final class Properties {

  private Properties() {}

  /// A moment.
  public static OffsetDateTime time(long millis) {
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
  }

  /// The days of counts.
  public static List<LocalDate> days(DayCounts counts) {
    List<LocalDate> days = new ArrayList<>(counts.size());
    for (int i = 0; i < counts.size(); i++) {
      days.add(LocalDate.ofEpochDay(counts.day(i)));
    }
    return days;
  }

  /// The counts by day.
  public static long[] counts(DayCounts counts) {
    long[] values = new long[counts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = counts.count(i);
    }
    return values;
  }

  /// Puts what a node holds of its exchanges.
  public static void putExchanges(Map<String, Object> properties, ExchangeFold exchanges) {
    properties.put("exchanges", exchanges.days().total());
    properties.put("inputTokens", exchanges.inputTokens());
    properties.put("outputTokens", exchanges.outputTokens());
    properties.put("firstSeen", time(exchanges.firstMillis()));
    properties.put("lastSeen", time(exchanges.lastMillis()));
    properties.put("days", days(exchanges.days()));
    properties.put("dayExchanges", counts(exchanges.days()));
    properties.put("activity", exchanges.activity().toBytes());
    properties.put("prompts", exchanges.prompts().toBytes());
  }

  /// Puts the values that hold into properties of the same names.
  public static void putHolding(Map<String, Object> properties, FactSet facts) {
    facts.holding().forEach((field, fact) -> properties.put(field, value(fact)));
    properties.put("facts", facts.encode());
  }

  /// Puts when the facts became known.
  public static void putKnown(Map<String, Object> properties, FactSet facts) {
    properties.put("factsKnown", facts.known());
  }

  private static Object value(Fact fact) {
    String text = fact.value();
    return switch (fact.field()) {
      case "createdAt", "releasedAt" -> Instant.parse(text).atOffset(ZoneOffset.UTC);
      case "verified" -> Boolean.valueOf(text);
      case "asn" -> Long.valueOf(text);
      case "asns" -> list(text).stream().map(Long::valueOf).toList();
      case "aliases", "domains", "prefixes", "billingNames" -> list(text);
      default -> text;
    };
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(Fact.LIST_SEPARATOR, -1));
  }
}
