package io.iolaus.cypher.detect;

import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.Population;
import io.iolaus.core.pattern.Pattern;
import io.iolaus.cypher.lease.HeldLease;
import io.iolaus.cypher.statement.Statements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionConfig;

/// Writes what a run derived, so that detectors can read it like everything else: families with
/// `PROMPTED`, patterns with `SHOWS`. What an earlier run derived and this one did not is
/// forgotten.
final class DerivedWriter {

  /// The most families or patterns of a transaction.
  private static final int ROWS = 500;

  /// A transaction ends with the family or pattern that brings it to so many edges.
  private static final int EDGES = 20_000;

  /// Logarithm to base 10; JSON has no infinity.
  private static final double LEAST_CHANCE = -300;

  /// A process that stands still holds its locks no longer than that.
  private static final TransactionConfig BOUNDED =
      TransactionConfig.builder().withTimeout(Duration.ofMinutes(5)).build();

  private final Driver driver;
  private final HeldLease lease;

  DerivedWriter(Driver driver, HeldLease lease) {
    this.driver = driver;
    this.lease = lease;
  }

  void write(String run, Population population, Derivation derivation, DetectionListener listener) {
    mark();
    FamilyRows rows = new FamilyRows(population, derivation);
    List<Derivation.Family> families = List.copyOf(new TreeMap<>(derivation.families()).values());
    List<Map.Entry<String, Pattern>> patterns =
        List.copyOf(new TreeMap<>(derivation.patterns()).entrySet());
    ToIntFunction<Derivation.Family> prompting = family -> family.family().accounts().length;
    ToIntFunction<Map.Entry<String, Pattern>> showing = entry -> entry.getValue().members().length;
    Progress progress = new Progress(families.size() + patterns.size(), listener);
    long written =
        write("writes/detect/families", run, batches(families, prompting), rows::row, progress)
            + write(
                "writes/detect/patterns",
                run,
                batches(patterns, showing),
                entry -> pattern(population, entry.getKey(), entry.getValue()),
                progress);
    if (edges() > written) {
      forget("writes/detect/forget-edges", run);
    }
  }

  /// Says first that families and patterns are written anew: whoever remembers what they were hears
  /// of it although the writing may break off.
  private void mark() {
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(tx -> {
        tx.run(Statements.load("writes/detect/derived-mark")).consume();
        lease.check(tx);
      });
    }
  }

  /// Brings up to date which families some accounts prompted, and how many accounts families have.
  ///
  /// @param run that wrote the families
  /// @param accounts ids of accounts of whom something else is known
  /// @param before as it was written
  void update(
      String run,
      Population population,
      Collection<String> accounts,
      Derivation before,
      Derivation now,
      DetectionListener listener) {
    List<Integer> indexes =
        accounts.stream().map(population::indexOf).filter(a -> a >= 0).sorted().toList();
    List<Derivation.Family> families =
        now.families().values().stream()
            .filter(family -> {
              Derivation.Family known = before.families().get(family.family().id());
              return known == null
                  || known.family().prompts() != family.family().prompts()
                  || known.family().accounts().length != family.family().accounts().length;
            })
            .toList();
    Progress progress = new Progress(indexes.size() + families.size(), listener);
    update(
        "writes/detect/prompted",
        run,
        indexes,
        account -> FamilyRows.ofAccount(account, population, now),
        progress);
    update(
        "writes/detect/family-counts",
        run,
        families,
        family ->
            Map.of(
                "id", family.family().id(),
                "accounts", family.family().accounts().length,
                "prompts", family.family().prompts()),
        progress);
  }

  private <T> void update(
      String statement,
      String run,
      List<T> things,
      Function<T, Map<String, Object>> row,
      Progress progress) {
    try (var session = driver.session()) {
      for (int from = 0; from < things.size(); from += ROWS) {
        List<T> slice = things.subList(from, Math.min(things.size(), from + ROWS));
        Map<String, Object> parameters =
            Map.of("run", run, "rows", slice.stream().map(row).toList());
        session.executeWriteWithoutResult(
            tx -> {
              tx.run(Statements.load(statement), parameters).consume();
              lease.check(tx);
            },
            BOUNDED);
        progress.add(slice.size());
      }
    }
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

  private static Map<String, Object> pattern(Population population, String id, Pattern pattern) {
    return Map.of(
        "id", id,
        "kind", pattern.kind().id(),
        "label", pattern.label(),
        "accounts", pattern.members().length,
        "chance", Math.max(LEAST_CHANCE, pattern.chance() / Math.log(10)),
        "members", Arrays.stream(pattern.members()).mapToObj(a -> population.get(a).id()).toList());
  }

  private record Progress(AtomicInteger done, int of, DetectionListener listener) {
    Progress(int of, DetectionListener listener) {
      this(new AtomicInteger(), of, listener);
    }

    void add(int more) {
      listener.progress("writing families and patterns", done.addAndGet(more), of);
    }
  }

  /// Makes rows when they are due: all at once would take more memory than what they are made from.
  /// The database works off a statement in one thread; batches that meet at an account wait for
  /// each other, or are tried again.
  ///
  /// @return edges that are now the run's
  private <T> long write(
      String statement,
      String run,
      List<List<T>> batches,
      Function<T, Map<String, Object>> row,
      Progress progress) {
    List<Long> edges =
        SideBySide.map(
            batches,
            batch -> {
              Map<String, Object> parameters =
                  Map.of("run", run, "rows", batch.stream().map(row).toList());
              long written;
              try (var session = driver.session()) {
                written =
                    session.executeWrite(
                        tx -> {
                          long made =
                              tx.run(Statements.load(statement), parameters)
                                  .single()
                                  .get(0)
                                  .asLong();
                          lease.check(tx);
                          return made;
                        },
                        BOUNDED);
              }
              progress.add(batch.size());
              return written;
            });
    return edges.stream().mapToLong(Long::longValue).sum();
  }

  /// Of about as many edges each, so that no transaction takes much memory.
  private static <T> List<List<T>> batches(List<T> things, ToIntFunction<T> edges) {
    List<List<T>> batches = new ArrayList<>();
    int from = 0;
    long sum = 0;
    for (int i = 0; i < things.size(); i++) {
      sum += edges.applyAsInt(things.get(i));
      if (sum >= EDGES || i - from + 1 == ROWS || i + 1 == things.size()) {
        batches.add(things.subList(from, i + 1));
        from = i + 1;
        sum = 0;
      }
    }
    return batches;
  }

  /// How many there are of this run and of others, which is known without looking at one of them.
  private long edges() {
    try (var session = driver.session()) {
      return session.executeRead(
          tx -> tx.run(Statements.load("queries/detect/derived-edges")).single().get(0).asLong());
    }
  }

  private void forget(String statement, String run) {
    Map<String, Object> parameters = new HashMap<>(lease.parameters());
    parameters.put("run", run);
    try (var session = driver.session()) {
      // CALL … IN TRANSACTIONS needs a transaction of its own
      session.run(Statements.load(statement), parameters).consume();
    }
  }
}
