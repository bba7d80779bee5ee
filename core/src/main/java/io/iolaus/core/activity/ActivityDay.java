package io.iolaus.core.activity;

import io.iolaus.core.event.Event;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/// One account's activity on one day (UTC), as far as it is kept.
public final class ActivityDay {

  static final int HOURS = HourCounts.HOURS;

  private static final int SLOTS = (int) (86_400 / ActivityProfile.SLOT_SECONDS);

  final HourCounts hours = new HourCounts();
  final SlotSample slots = new SlotSample();
  // One for each dimension, made when it is first needed: most lines say the same three of four.
  private @Nullable ValueCounts models;
  private @Nullable ValueCounts clients;
  private @Nullable ValueCounts languages;
  private @Nullable ValueCounts capabilities;
  final int day;
  long exchanges;
  long inputTokens;
  long outputTokens;

  ActivityDay(int day) {
    this.day = day;
  }

  void add(Event.Exchange exchange, int secondOfDay) {
    long count = exchange.count();
    exchanges = Sums.plus(exchanges, count);
    inputTokens = Sums.plus(inputTokens, exchange.inputTokens());
    outputTokens = Sums.plus(outputTokens, exchange.outputTokens());
    hours.add(secondOfDay / 3600, count);
    add(Dimension.MODEL, exchange.model(), count);
    add(Dimension.CLIENT, exchange.client(), count);
    add(Dimension.LANGUAGE, exchange.language(), count);
    add(Dimension.CAPABILITY, exchange.capability(), count);
    // A line for several exchanges says nothing about the moment of each.
    if (count == 1) {
      addSlot(firstSlot() + secondOfDay / (int) ActivityProfile.SLOT_SECONDS);
    }
  }

  private void add(Dimension dimension, @Nullable String value, long count) {
    if (value != null) {
      counts(dimension).count(value, count);
    }
  }

  /// Adds a slot of this day.
  void addSlot(int slot) {
    slots.add(firstSlot(), slot);
  }

  /// The first slot of the day.
  int firstSlot() {
    return day * SLOTS;
  }

  /// Whether a slot lies in the day.
  boolean hasSlot(int slot) {
    return slot >= firstSlot() && slot - firstSlot() < SLOTS;
  }

  void merge(ActivityDay other) {
    exchanges = Sums.plus(exchanges, other.exchanges);
    inputTokens = Sums.plus(inputTokens, other.inputTokens);
    outputTokens = Sums.plus(outputTokens, other.outputTokens);
    hours.addAll(other.hours);
    for (Dimension dimension : Dimension.values()) {
      ValueCounts theirs = other.known(dimension);
      if (theirs != null) {
        counts(dimension).addAll(theirs);
      }
    }
    slots.addAll(firstSlot(), other.slots);
  }

  public LocalDate date() {
    return LocalDate.ofEpochDay(day);
  }

  /// Days since 1970.
  public int epochDay() {
    return day;
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
    return hours.count(hour);
  }

  /// Exchanges by value, for up to 64 values; lines that did not say it are in none.
  public SortedMap<String, Long> by(Dimension dimension) {
    return read(dimension).toMap();
  }

  /// Hands over exchanges by value, ascending: like {@link #by} without a map.
  public void each(Dimension dimension, ObjLongConsumer<String> out) {
    ValueCounts counts = read(dimension);
    for (int i = 0; i < counts.size(); i++) {
      out.accept(counts.value(i), counts.count(i));
    }
  }

  /// The sampled ten-second slots, ascending; a slot's number is its first second since 1970
  /// divided by ten.
  public int[] slots() {
    return slots.ascending(firstSlot());
  }

  /// The counts to add to.
  ValueCounts counts(Dimension dimension) {
    ValueCounts counts = known(dimension);
    if (counts == null) {
      counts = new ValueCounts();
      switch (dimension) {
        case MODEL -> models = counts;
        case CLIENT -> clients = counts;
        case LANGUAGE -> languages = counts;
        case CAPABILITY -> capabilities = counts;
      }
    }
    return counts;
  }

  /// The counts to read, which may be an empty one that belongs to nobody.
  ValueCounts read(Dimension dimension) {
    ValueCounts counts = known(dimension);
    return counts != null ? counts : new ValueCounts();
  }

  private @Nullable ValueCounts known(Dimension dimension) {
    return switch (dimension) {
      case MODEL -> models;
      case CLIENT -> clients;
      case LANGUAGE -> languages;
      case CAPABILITY -> capabilities;
    };
  }
}
