package io.iolaus.simulate.scoring;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How many exchanges each operator drew in which hour.
public final class ExchangeCalendar {

  private static final long HOUR = 3_600_000;

  private final Truth truth;
  private final Map<String, NavigableMap<Long, Long>> hours = new HashMap<>();

  public ExchangeCalendar(Truth truth) {
    this.truth = truth;
  }

  /// Notes `count` exchanges of an account; those of innocents count nowhere.
  public void add(String account, long atMillis, long count) {
    Truth.Member member = truth.accounts().get(account);
    if (member != null && member.attack()) {
      hours
          .computeIfAbsent(member.operator(), _ -> new TreeMap<>())
          .merge(Math.floorDiv(atMillis, HOUR), count, Long::sum);
    }
  }

  /// Exchanges of an operator in all hours that ended by then.
  long before(String operator, Instant moment) {
    long hour =
        moment.equals(Instant.MAX) ? Long.MAX_VALUE : Math.floorDiv(moment.toEpochMilli(), HOUR);
    return hours.getOrDefault(operator, new TreeMap<>()).headMap(hour, false).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
