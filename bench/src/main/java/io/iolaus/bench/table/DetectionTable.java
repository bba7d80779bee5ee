package io.iolaus.bench.table;

import io.iolaus.simulate.evasion.Evasion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Prints what detection is asked for and what it reaches: `[quick|full] [SEEDS] [--csv FILE]`, as
/// `full 301-325 --csv table.csv`.
///
/// Populations of the proving ground are made from seeds, detected in memory and scored one after
/// the other, the next one being made meanwhile; only scores are kept. The same seeds give the same
/// table, but for the time it took.
public final class DetectionTable {

  private static final String USAGE =
      "wanted: detection [quick|full] [SEEDS] [--csv FILE], as full 301-325 --csv table.csv";
  private static final Pattern SEEDS = Pattern.compile("([0-9]{1,15})(?:-([0-9]{1,15}))?");
  private static final long FIRST = 301;
  private static final int QUICK = 3;
  private static final int FULL = 25;

  private DetectionTable() {}

  public static void main(String[] args) throws IOException {
    try {
      print(new ArrayList<>(List.of(args)));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void print(List<String> words) throws IOException {
    Path csv = csv(words);
    TablePlan plan = plan(words);
    long start = System.nanoTime();
    Report report = run(plan);
    long seconds = (System.nanoTime() - start) / 1_000_000_000L;
    System.out.printf(
        "populations of scale S; %s%n%n%s%ntook %s%n",
        plan.print(), report.print(), Duration.ofSeconds(seconds));
    if (csv != null) {
      plan.seeds().forEach(seed -> report.figure("seed", "measured", seed));
      plan.tuning().forEach(seed -> report.figure("seed", "tuning", seed));
      plan.nulls().forEach(seed -> report.figure("seed", "null", seed));
      report.figure("seconds", "", seconds);
      report.write(csv);
    }
  }

  /// Takes the file for figures out of the arguments.
  private static @Nullable Path csv(List<String> words) {
    int at = words.indexOf("--csv");
    if (at < 0) {
      return null;
    }
    if (at + 1 >= words.size()) {
      throw new IllegalArgumentException(USAGE);
    }
    Path csv = Path.of(words.remove(at + 1));
    words.remove(at);
    return csv;
  }

  /// What the arguments ask for: a size, seeds, both or nothing.
  static TablePlan plan(List<String> words) {
    List<String> left = new ArrayList<>(words);
    boolean full = left.remove("full");
    if (!full) {
      left.remove("quick");
    }
    if (left.isEmpty()) {
      return plan(full, FIRST, FIRST + (full ? FULL : QUICK) - 1);
    }
    Matcher seeds = SEEDS.matcher(left.getFirst());
    if (left.size() > 1 || !seeds.matches()) {
      throw new IllegalArgumentException(USAGE + "; was " + String.join(" ", words));
    }
    long first = Long.parseLong(seeds.group(1));
    return plan(full, first, seeds.group(2) == null ? first : Long.parseLong(seeds.group(2)));
  }

  private static TablePlan plan(boolean full, long first, long last) {
    return full ? TablePlan.full(first, last) : TablePlan.quick(first, last);
  }

  /// All rows; how it goes on is told on standard error.
  static Report run(TablePlan plan) {
    Report report = new Report(row -> System.err.print(row.print()));
    Levels levels = Levels.of(plan.seeds(), Evasion.HIGHEST);
    LevelRows.found(levels, report);
    ByAttack.add(levels.pooled(Levels.ASKED), report);
    LevelRows.pure(levels, report);
    LevelRows.calibrated(levels, report);
    InnocentRows.add(levels.decoys(), report);
    NamingRows.add(levels.pooled(Levels.ASKED).naming(), report);
    Archetypes.add(plan, levels, report);
    Nulls.add(plan.nulls(), report);
    List<Rivals> contests = RivalRows.add(plan, levels, report);
    GroundRows.add(plan, contests, report);
    Series.add(plan, report);
    Sweeps.add(plan.sweeps(), report);
    return report;
  }
}
