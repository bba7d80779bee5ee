package io.iolaus.bench.table;

import io.iolaus.bench.detect.MemoryDetection;
import io.iolaus.bench.detect.MemoryGraph;
import io.iolaus.bench.detect.MemoryLines;
import io.iolaus.core.event.Event;
import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.scoring.ExchangeCalendar;
import io.iolaus.simulate.scoring.Figures;
import io.iolaus.simulate.scoring.Result;
import io.iolaus.simulate.scoring.Timeliness;
import io.iolaus.simulate.scoring.Truth;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How soon operators are found: runs every few days over what had happened by then.
final class Series {

  private static final int LEVEL = 2;

  private Series() {}

  static void add(TablePlan plan, Report report) {
    Duration step = Duration.ofDays(plan.days());
    Timeliness found =
        Timeliness.pool(plan.series().stream().map(seed -> judge(seed, step)).toList());
    long leaked = found.operators().stream().mapToLong(Timeliness.Operator::leaked).sum();
    long drawn = found.operators().stream().mapToLong(Timeliness.Operator::exchanges).sum();
    report.row(
        "time to detect, level " + LEVEL,
        "",
        Outcome.REPORTED,
        String.format(
            Locale.ROOT,
            "median %.1f days, nine of ten within %.1f (runs every %d days); never %d of %d; leaked"
                + " %.0f %% of %d exchanges",
            found.daysAt(0.5),
            found.daysAt(0.9),
            plan.days(),
            found.undetected(),
            found.operators().size(),
            100.0 * leaked / Math.max(1, drawn),
            drawn));
    report.figure("leaked-share", "level " + LEVEL, (double) leaked / Math.max(1, drawn));
    report.figures("level " + LEVEL, Figures.of(found));
    report.below("time to detect, level " + LEVEL + "\n" + found.print());
  }

  private static Timeliness judge(long seed, Duration step) {
    ProvingSpec spec = ProvingSpec.of(Scale.S, seed).attack(Attack.MIXED).level(LEVEL);
    Truth truth = Truth.of(new Simulation(spec).lines((bytes, from, to) -> {}));
    ExchangeCalendar calendar = new ExchangeCalendar(truth);
    SortedMap<Instant, Result> runs = new TreeMap<>();
    List<Instant> moments = moments(truth, step);
    Ahead.each(
        moments,
        moment -> graph(spec, moment, moment.equals(moments.getFirst()) ? calendar : null),
        graph -> {
          Instant moment = graph.until();
          runs.put(moment, MemoryDetection.of(graph).result());
          System.err.printf(
              "seed %d as of %s: %d accounts labelled%n",
              seed, moment, runs.get(moment).labelled().size());
        });
    return Timeliness.of(truth, runs, calendar);
  }

  /// What had happened before a moment.
  ///
  /// @param calendar takes all exchanges, early or late; null: they are noted already
  private static MemoryGraph graph(
      ProvingSpec spec, Instant moment, @Nullable ExchangeCalendar calendar) {
    MemoryGraph graph = new MemoryGraph(moment);
    MemoryLines lines =
        new MemoryLines(event -> {
          graph.add(event);
          if (calendar != null && event instanceof Event.Exchange exchange) {
            calendar.add(exchange.account(), exchange.atMillis(), exchange.count());
          }
        });
    new Simulation(spec).lines(lines::add);
    return graph;
  }

  /// From one step after the first operator begins to when the last one ends.
  private static List<Instant> moments(Truth truth, Duration step) {
    Instant begin =
        truth.campaigns().stream()
            .map(Truth.Campaign::firstSeen)
            .min(Instant::compareTo)
            .orElseThrow();
    Instant end =
        truth.campaigns().stream()
            .map(Truth.Campaign::lastSeen)
            .max(Instant::compareTo)
            .orElseThrow();
    List<Instant> moments = new ArrayList<>();
    Instant at = begin.truncatedTo(ChronoUnit.DAYS);
    do {
      at = at.plus(step);
      moments.add(at);
    } while (at.isBefore(end));
    return moments;
  }
}
