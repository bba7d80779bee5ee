package io.iolaus.core.detect;

import io.iolaus.core.activity.ActivityDay;
import io.iolaus.core.detect.FoundCluster.Day;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.detect.FoundCluster.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What some accounts of a cluster did.
record Figures(
    long exchanges,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    List<Target> targets,
    List<Day> timeline) {

  private static final double TARGETED_SHARE = 0.1;

  Figures {
    targets = List.copyOf(targets);
    timeline = List.copyOf(timeline);
  }

  static Figures of(Population population, List<FoundMember> counted) {
    TreeMap<LocalDate, long[]> days = new TreeMap<>();
    Map<String, Long> capabilities = new TreeMap<>();
    long exchanges = 0;
    for (FoundMember member : counted) {
      for (ActivityDay day : population.get(member.account()).activity().read().days()) {
        long[] sums = days.computeIfAbsent(day.date(), d -> new long[2]);
        sums[0] += day.exchanges();
        sums[1]++;
        exchanges += day.exchanges();
      }
      population
          .get(member.account())
          .traits()
          .capabilities()
          .forEach((capability, count) -> capabilities.merge(capability, count, Long::sum));
    }
    return new Figures(
        exchanges,
        population.firstSeen(counted),
        population.lastSeen(counted),
        targets(capabilities),
        days.entrySet().stream()
            .map(e -> new Day(e.getKey(), e.getValue()[0], (int) e.getValue()[1]))
            .toList());
  }

  /// Capabilities with a tenth of the exchanges or more; the strongest one where none has that.
  private static List<Target> targets(Map<String, Long> capabilities) {
    double all = capabilities.values().stream().mapToLong(Long::longValue).sum();
    List<Target> targets =
        new ArrayList<>(
            capabilities.entrySet().stream()
                .map(e -> new Target(e.getKey(), e.getValue(), e.getValue() / all))
                .sorted(
                    Comparator.comparingLong((Target t) -> -t.exchanges())
                        .thenComparing(Target::capability))
                .toList());
    long kept = targets.stream().filter(t -> t.share() >= TARGETED_SHARE).count();
    return List.copyOf(targets.subList(0, (int) Math.min(targets.size(), Math.max(1, kept))));
  }
}
