package io.iolaus.core.activity;

import io.iolaus.core.event.Event;
import it.unimi.dsi.fastutil.ints.Int2ObjectRBTreeMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How one account's exchanges lie in time, in bounded space: for each active day (UTC) exchanges,
/// tokens, hours, the mix of models, clients, languages and capabilities, and a sample of up to 48
/// active ten-second slots.
///
/// Adding and merging are commutative and associative, and equal contents have equal bytes. Merging
/// disjoint folds adds their counts, so the same fold must not be merged twice. Strings are kept as
/// they come: a caller that folds many accounts does well to intern them. Not safe for use by
/// several threads.
public final class ActivityProfile {

  /// Length of a slot in seconds.
  public static final long SLOT_SECONDS = 10;

  private final Int2ObjectRBTreeMap<ActivityDay> days = new Int2ObjectRBTreeMap<>();

  /// Counts one line in. A line with `count` above 1 leaves no slot.
  public void add(Event.Exchange exchange) {
    day(Math.toIntExact(Math.floorDiv(exchange.at().getEpochSecond(), 86_400L))).add(exchange);
  }

  /// Takes in what another profile counted; that one stays as it is.
  public void merge(ActivityProfile other) {
    for (ActivityDay theirs : other.days.values()) {
      day(theirs.day).merge(theirs);
    }
  }

  /// All active days, ascending.
  public List<ActivityDay> days() {
    return List.copyOf(days.values());
  }

  /// What lies on the days from `from` to `to`, both included.
  public ActivityWindow window(LocalDate from, LocalDate to) {
    int first = Math.toIntExact(from.toEpochDay());
    int end = Math.toIntExact(to.toEpochDay() + 1);
    return new ActivityWindow(
        first < end ? List.copyOf(days.subMap(first, end).values()) : List.of());
  }

  public Optional<LocalDate> firstDay() {
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(days.firstIntKey()));
  }

  public Optional<LocalDate> lastDay() {
    return days.isEmpty() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(days.lastIntKey()));
  }

  /// A portable form; equal contents give equal bytes. The layout is in `ActivityCodec`.
  public byte[] toBytes() {
    return ActivityCodec.write(this);
  }

  /// The profile in these bytes.
  ///
  /// @throws IllegalArgumentException if they are damaged or of an unknown version
  public static ActivityProfile fromBytes(byte[] bytes) {
    return ActivityCodec.read(bytes);
  }

  ActivityDay day(int day) {
    ActivityDay known = days.get(day);
    if (known == null) {
      known = new ActivityDay(day);
      days.put(day, known);
    }
    return known;
  }
}
