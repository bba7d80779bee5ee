package io.iolaus.core.activity;

import io.iolaus.core.event.Event;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  private static final int SECONDS_A_DAY = 86_400;

  // Ascending. Lines mostly come in the order of time: a day is the last one, or a new last one.
  private ActivityDay[] days = new ActivityDay[1];
  private int size;

  /// Counts one line in. A line with `count` above 1 leaves no slot.
  public void add(Event.Exchange exchange) {
    long second = Math.floorDiv(exchange.atMillis(), 1000L);
    int day = Math.toIntExact(Math.floorDiv(second, (long) SECONDS_A_DAY));
    day(day).add(exchange, (int) (second - (long) day * SECONDS_A_DAY));
  }

  /// Takes in what another profile counted; that one stays as it is.
  public void merge(ActivityProfile other) {
    for (int i = 0; i < other.size; i++) {
      day(other.days[i].day).merge(other.days[i]);
    }
  }

  /// All active days, ascending.
  public List<ActivityDay> days() {
    return List.copyOf(Arrays.asList(days).subList(0, size));
  }

  /// What lies on the days from `from` to `to`, both included.
  public ActivityWindow window(LocalDate from, LocalDate to) {
    int first = insertion(Math.toIntExact(from.toEpochDay()));
    int end = insertion(Math.toIntExact(to.toEpochDay() + 1));
    return new ActivityWindow(
        first < end ? List.copyOf(Arrays.asList(days).subList(first, end)) : List.of());
  }

  public Optional<LocalDate> firstDay() {
    return size == 0 ? Optional.empty() : Optional.of(days[0].date());
  }

  public Optional<LocalDate> lastDay() {
    return size == 0 ? Optional.empty() : Optional.of(days[size - 1].date());
  }

  /// A portable form; equal contents give equal bytes. The layout is in `ActivityCodec`.
  public byte[] toBytes() {
    return ActivityCodec.write(this);
  }

  /// The profile in these bytes.
  ///
  /// @throws IllegalArgumentException if they are damaged or of an unknown version
  public static ActivityProfile fromBytes(byte[] bytes) {
    return ActivityCodec.read(bytes, EnumSet.allOf(Dimension.class));
  }

  /// The same with counts by some dimensions alone: who reads many profiles need not make what it
  /// does not ask for. Not to be written again.
  public static ActivityProfile fromBytes(byte[] bytes, Set<Dimension> wanted) {
    return ActivityCodec.read(bytes, wanted);
  }

  ActivityDay day(int day) {
    if (size > 0 && days[size - 1].day == day) {
      return days[size - 1];
    }
    int at = insertion(day);
    if (at < size && days[at].day == day) {
      return days[at];
    }
    if (size == days.length) {
      days = Arrays.copyOf(days, size + (size >> 1) + 1);
    }
    System.arraycopy(days, at, days, at + 1, size - at);
    ActivityDay added = new ActivityDay(day);
    days[at] = added;
    size++;
    return added;
  }

  /// How many days lie before this one.
  private int insertion(int day) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle].day < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
