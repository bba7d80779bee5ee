package io.iolaus.core.activity;

import io.iolaus.core.event.Event;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One account's activity on one day (UTC), as far as it is kept.
public final class ActivityDay {

  static final int HOURS = 24;

  final long[] hours = new long[HOURS];
  final SlotSample slots = new SlotSample();
  private final EnumMap<Dimension, ValueCounts> byDimension = new EnumMap<>(Dimension.class);
  final int day;
  long exchanges;
  long inputTokens;
  long outputTokens;

  ActivityDay(int day) {
    this.day = day;
  }

  void add(Event.Exchange exchange) {
    long count = exchange.count();
    long second = exchange.at().getEpochSecond();
    int hour = Math.floorMod(Math.floorDiv(second, 3600L), HOURS);
    exchanges = Sums.plus(exchanges, count);
    inputTokens = Sums.plus(inputTokens, exchange.inputTokens());
    outputTokens = Sums.plus(outputTokens, exchange.outputTokens());
    hours[hour] = Sums.plus(hours[hour], count);
    add(Dimension.MODEL, exchange.model(), count);
    add(Dimension.CLIENT, exchange.client(), count);
    add(Dimension.LANGUAGE, exchange.language(), count);
    add(Dimension.CAPABILITY, exchange.capability(), count);
    // A line for several exchanges says nothing about the moment of each.
    if (count == 1) {
      slots.add(Math.toIntExact(Math.floorDiv(second, ActivityProfile.SLOT_SECONDS)));
    }
  }

  private void add(Dimension dimension, @Nullable String value, long count) {
    if (value != null) {
      counts(dimension).add(value, count);
    }
  }

  void merge(ActivityDay other) {
    exchanges = Sums.plus(exchanges, other.exchanges);
    inputTokens = Sums.plus(inputTokens, other.inputTokens);
    outputTokens = Sums.plus(outputTokens, other.outputTokens);
    for (int hour = 0; hour < HOURS; hour++) {
      hours[hour] = Sums.plus(hours[hour], other.hours[hour]);
    }
    other.byDimension.forEach((dimension, theirs) -> counts(dimension).addAll(theirs));
    slots.addAll(other.slots);
  }

  public LocalDate date() {
    return LocalDate.ofEpochDay(day);
  }

  public long exchanges() {
    return exchanges;
  }

  public long inputTokens() {
    return inputTokens;
  }

  public long outputTokens() {
    return outputTokens;
  }

  /// Exchanges in this hour of the day, 0..23.
  public long inHour(int hour) {
    return hours[hour];
  }

  /// Exchanges by value, for up to 64 values; lines that did not say it are in none.
  public SortedMap<String, Long> by(Dimension dimension) {
    return read(dimension).toMap();
  }

  /// The sampled ten-second slots, ascending; a slot's number is its first second since 1970
  /// divided by ten.
  public int[] slots() {
    return slots.ascending();
  }

  /// The counts to add to.
  ValueCounts counts(Dimension dimension) {
    return byDimension.computeIfAbsent(dimension, _ -> new ValueCounts());
  }

  /// The counts to read, which may be an empty one that belongs to nobody.
  ValueCounts read(Dimension dimension) {
    ValueCounts counts = byDimension.get(dimension);
    return counts != null ? counts : new ValueCounts();
  }
}
