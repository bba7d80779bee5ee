package io.iolaus.core.activity;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// One account's activity over the days of a window, summed. A view of the profile: what is added
/// there later shows here.
public final class ActivityWindow {

  private final List<ActivityDay> days;

  ActivityWindow(List<ActivityDay> days) {
    this.days = days;
  }

  /// The days with any exchange, ascending.
  public List<ActivityDay> days() {
    return days;
  }

  public int activeDays() {
    return days.size();
  }

  public long exchanges() {
    return days.stream().mapToLong(ActivityDay::exchanges).reduce(0, Sums::plus);
  }

  public long inputTokens() {
    return days.stream().mapToLong(ActivityDay::inputTokens).reduce(0, Sums::plus);
  }

  public long outputTokens() {
    return days.stream().mapToLong(ActivityDay::outputTokens).reduce(0, Sums::plus);
  }

  /// The share of exchanges in each hour of the day (UTC): 24 values that sum to 1, all 0 without
  /// exchanges.
  public double[] hourProfile() {
    double[] profile = new double[ActivityDay.HOURS];
    for (ActivityDay day : days) {
      for (int hour = 0; hour < ActivityDay.HOURS; hour++) {
        profile[hour] += day.inHour(hour);
      }
    }
    double total = Arrays.stream(profile).sum();
    for (int hour = 0; total > 0 && hour < ActivityDay.HOURS; hour++) {
      profile[hour] /= total;
    }
    return profile;
  }

  /// Exchanges by value, as far as lines said it.
  public SortedMap<String, Long> by(Dimension dimension) {
    SortedMap<String, Long> sums = new TreeMap<>();
    for (ActivityDay day : days) {
      ValueCounts counts = day.read(dimension);
      for (int i = 0; i < counts.size(); i++) {
        sums.merge(counts.value(i), counts.count(i), Sums::plus);
      }
    }
    return Collections.unmodifiableSortedMap(sums);
  }

  /// The hours with any exchange, as hours since 1970, ascending.
  public int[] activeHours() {
    IntStream.Builder hours = IntStream.builder();
    for (ActivityDay day : days) {
      for (int hour = 0; hour < ActivityDay.HOURS; hour++) {
        if (day.inHour(hour) > 0) {
          hours.add(day.day * ActivityDay.HOURS + hour);
        }
      }
    }
    return hours.build().toArray();
  }

  /// The sampled ten-second slots of all days, ascending.
  public int[] slots() {
    // A slot lies in one day, and the days ascend.
    return days.stream().flatMapToInt(day -> Arrays.stream(day.slots())).toArray();
  }
}
