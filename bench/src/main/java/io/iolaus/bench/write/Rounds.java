package io.iolaus.bench.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs ways to do the same thing in turns and says the medians of their rates.
final class Rounds {

  /// One way; returns nothing but is timed.
  interface Way {
    void run() throws IOException;
  }

  private final BenchDatabase database;
  private final int rounds;
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  Rounds(BenchDatabase database, int rounds) {
    this.database = database;
    this.rounds = rounds;
  }

  /// How many rounds count; one more goes before them, to warm up.
  int rounds() {
    return rounds;
  }

  /// Empties the database and times a way that brings in this many things.
  void time(int round, String name, long things, Way way) throws IOException {
    database.empty();
    double cpu = database.cpuSeconds();
    long start = System.nanoTime();
    way.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    note(round, name, things, seconds, database.cpuSeconds() - cpu);
  }

  /// Notes what was timed elsewhere.
  void note(int round, String name, long things, double seconds, double cpuSeconds) {
    System.out.printf(
        Locale.ROOT,
        "round %d, %s: %,d in %.1f s, %,.0f/s; database busy for %.1f s%n",
        round,
        name,
        things,
        seconds,
        things / seconds,
        cpuSeconds);
    if (round > 0) {
      rates.computeIfAbsent(name, _ -> new ArrayList<>()).add(things / seconds);
    }
  }

  /// Prints the median of each, and how many times as quick the first is.
  void report(String title) {
    System.out.println(title);
    double first = Double.NaN;
    for (Map.Entry<String, List<Double>> entry : rates.entrySet()) {
      double median = entry.getValue().stream().sorted().toList().get(entry.getValue().size() / 2);
      first = Double.isNaN(first) ? median : first;
      System.out.printf(
          Locale.ROOT, "  %-28s %,12.0f/s   %.2f x%n", entry.getKey(), median, first / median);
    }
  }
}
