package io.iolaus.cypher.detect;

import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.Population;
import io.iolaus.core.pattern.Pattern;
import io.iolaus.core.prompt.PromptFamily;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.cypher.statement.Statements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.neo4j.driver.Driver;

/// Writes what a run derived, so that detectors can read it like everything else: families with
/// `PROMPTED`, patterns with `SHOWS`. What an earlier run derived and this one did not is
/// forgotten.
final class DerivedWriter {

  private static final int ROWS = 200;

  /// Logarithm to base 10; JSON has no infinity.
  private static final double LEAST_CHANCE = -300;

  private final Driver driver;

  DerivedWriter(Driver driver) {
    this.driver = driver;
  }

  void write(String run, Population population, Derivation derivation, DetectionListener listener) {
    write("writes/detect/families", run, families(population, derivation), listener);
    write("writes/detect/patterns", run, patterns(population, derivation), listener);
    forget("writes/detect/forget-edges", run);
  }

  /// Forgets families and patterns of other runs, but for those that explain a cluster: to be
  /// called when the clusters of `run` are written.
  void forgetOthers(String run) {
    forget("writes/detect/forget-nodes", run);
  }

  /// Forgets whatever was derived and explains no cluster.
  void forgetAll() {
    forget("writes/detect/forget-edges", "");
    forget("writes/detect/forget-nodes", "");
  }

  private static List<Map<String, Object>> families(Population population, Derivation derivation) {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<Map<String, SortedMap<LocalDate, Long>>> prompts = days(population, derivation, false);
    List<Map<String, SortedMap<LocalDate, Long>>> systems = days(population, derivation, true);
    for (var entry : new TreeMap<>(derivation.families()).entrySet()) {
      Derivation.Family family = entry.getValue();
      PromptFamily f = family.family();
      List<Map<String, Object>> edges = new ArrayList<>();
      for (int i = 0; i < f.accounts().length; i++) {
        int account = f.accounts()[i];
        long all = Math.max(1, derivation.sampledTotal(account, family.system()));
        SortedMap<LocalDate, Long> days =
            (family.system() ? systems : prompts)
                .get(account)
                .getOrDefault(entry.getKey(), new TreeMap<>());
        edges.add(
            Map.of(
                "account", population.get(account).id(),
                "days", List.copyOf(days.keySet()),
                "counts", List.copyOf(days.values()),
                "total", f.weights()[i],
                "share", f.weights()[i] / (double) all));
      }
      rows.add(
          Map.of(
              "id", entry.getKey(),
              "kind", family.kind(),
              "prompts", f.prompts(),
              "accounts", f.accounts().length,
              "shingles", Arrays.stream(f.skeleton()).boxed().toList(),
              "edges", edges));
    }
    return rows;
  }

  /// For each account, by family, its sampled exchanges by day.
  private static List<Map<String, SortedMap<LocalDate, Long>>> days(
      Population population, Derivation derivation, boolean system) {
    List<Map<String, SortedMap<LocalDate, Long>>> all = new ArrayList<>();
    for (int account = 0; account < population.size(); account++) {
      Map<String, SortedMap<LocalDate, Long>> byFamily = new HashMap<>();
      for (PromptReservoir.Entry sampled : population.sampled(account, system)) {
        String family = derivation.familyOf(sampled.sketch(), system);
        if (family != null) {
          SortedMap<LocalDate, Long> days = byFamily.computeIfAbsent(family, f -> new TreeMap<>());
          for (int d = 0; d < sampled.days().length; d++) {
            days.merge(LocalDate.ofEpochDay(sampled.days()[d]), sampled.counts()[d], Long::sum);
          }
        }
      }
      all.add(byFamily);
    }
    return all;
  }

  private static List<Map<String, Object>> patterns(Population population, Derivation derivation) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map.Entry<String, Pattern> entry : new TreeMap<>(derivation.patterns()).entrySet()) {
      Pattern pattern = entry.getValue();
      rows.add(
          Map.of(
              "id", entry.getKey(),
              "kind", pattern.kind().id(),
              "label", pattern.label(),
              "accounts", pattern.members().length,
              "chance", Math.max(LEAST_CHANCE, pattern.chance() / Math.log(10)),
              "members",
                  Arrays.stream(pattern.members()).mapToObj(a -> population.get(a).id()).toList()));
    }
    return rows;
  }

  private void write(
      String statement, String run, List<Map<String, Object>> rows, DetectionListener listener) {
    try (var session = driver.session()) {
      for (int from = 0; from < rows.size(); from += ROWS) {
        List<Map<String, Object>> part = rows.subList(from, Math.min(rows.size(), from + ROWS));
        session.executeWriteWithoutResult(
            tx -> tx.run(Statements.load(statement), Map.of("run", run, "rows", part)).consume());
        listener.progress("writing families and patterns", from, rows.size());
      }
    }
  }

  private void forget(String statement, String run) {
    try (var session = driver.session()) {
      // CALL … IN TRANSACTIONS needs a transaction of its own
      session.run(Statements.load(statement), Map.of("run", run)).consume();
    }
  }
}
