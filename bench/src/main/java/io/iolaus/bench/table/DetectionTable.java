package io.iolaus.bench.table;

import io.iolaus.simulate.evasion.Evasion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints what detection is asked for and what it reaches: `[quick|full] [SEEDS] [--csv FILE]`, as
/// `full 301-325 --csv table.csv`.
///
/// Populations of the proving ground are made from seeds, detected in memory and scored one after
/// the other, the next one being made meanwhile; only scores are kept. The same seeds give the same
/// table, but for the time it took.
public final class DetectionTable {

  private static final String USAGE =
      "wanted: detection [quick|full] [SEEDS] [--csv FILE], as full 301-325 --csv table.csv";
  private static final long FIRST = 301;
  private static final int QUICK = 3;
  private static final int FULL = 25;

  private DetectionTable() {}

  public static void main(String[] args) throws IOException {
    List<String> words = new ArrayList<>(List.of(args));
    Path csv = null;
    int at = words.indexOf("--csv");
    if (at >= 0) {
      if (at + 1 >= words.size()) {
        throw new IllegalArgumentException(USAGE);
      }
      csv = Path.of(words.get(at + 1));
      words.subList(at, at + 2).clear();
    }
    long start = System.nanoTime();
    TablePlan plan = plan(words);
    Report report = run(plan);
    System.out.printf(
        Locale.ROOT,
        "populations of scale S; %s%n%n%s%ntook %s%n",
        plan.print(),
        report.print(),
        Duration.ofSeconds((System.nanoTime() - start) / 1_000_000_000L));
    if (csv != null) {
      report.write(csv);
    }
  }

  private static TablePlan plan(List<String> words) {
    if (words.size() > 2) {
      throw new IllegalArgumentException(USAGE);
    }
    String size = words.isEmpty() ? "quick" : words.getFirst();
    boolean full = size.equals("full");
    if (!full && !size.equals("quick")) {
      throw new IllegalArgumentException(USAGE + "; was " + size);
    }
    long first = FIRST;
    long last = FIRST + (full ? FULL : QUICK) - 1;
    if (words.size() == 2) {
      String[] ends = words.get(1).split("-", -1);
      try {
        first = Long.parseLong(ends[0]);
        last = Long.parseLong(ends[ends.length - 1]);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(USAGE + "; was " + words.get(1), e);
      }
    }
    return full ? TablePlan.full(first, last) : TablePlan.quick(first, last);
  }

  /// All rows; how it goes on is told on standard error.
  static Report run(TablePlan plan) {
    Report report = new Report(row -> System.err.print(row.print()));
    Levels levels = Levels.of(plan.seeds(), Evasion.HIGHEST);
    LevelRows.found(levels, report);
    List<Rivals> contests = RivalRows.add(plan, levels, report);
    InnocentRows.add(levels.decoys(), report);
    Archetypes.add(plan, levels, report);
    Nulls.add(plan.nulls(), report);
    LevelRows.pure(levels, report);
    LevelRows.calibrated(levels, report);
    NamingRows.add(levels.pooled(Levels.ASKED).naming(), report);
    Series.add(plan, report);
    GroundRows.add(plan, contests, report);
    Sweeps.add(plan.sweeps(), report);
    return report;
  }
}
