package io.iolaus.ingest.state;

import io.iolaus.core.days.DayCounts;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import org.jspecify.annotations.Nullable;

/// What first spoke of each day of something: one value for nearly everything, so days are told
/// apart only where it is several.
final class FirstBy {

  private long first;
  private @Nullable Int2LongOpenHashMap byDay;

  /// Notes the value of days that are new.
  ///
  /// @param before the days so far
  void add(DayCounts before, DayCounts added, long value) {
    if (before.size() == 0) {
      first = value;
    } else if (byDay != null || value != first) {
      byDay = byDay == null ? all(before, first) : byDay;
      for (int i = 0; i < added.size(); i++) {
        byDay.putIfAbsent(added.day(i), value);
      }
    }
  }

  private static Int2LongOpenHashMap all(DayCounts days, long value) {
    Int2LongOpenHashMap all = new Int2LongOpenHashMap();
    for (int i = 0; i < days.size(); i++) {
      all.put(days.day(i), value);
    }
    return all;
  }

  /// The values of all days.
  long[] values(DayCounts days) {
    long[] values = new long[days.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = byDay == null ? first : byDay.get(days.day(i));
    }
    return values;
  }
}
