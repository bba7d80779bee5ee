package io.iolaus.bench.lineage;

import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.lineage.LineageEvent;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.Source;
import io.iolaus.simulate.Saga;
import io.iolaus.simulate.SagaSpec;
import io.iolaus.simulate.saga.ExpectedEvent;
import io.iolaus.simulate.scoring.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;

/// A saga, loaded step by step with a run after each: what happened in truth beside what the runs
/// recorded.
final class SagaRuns {

  private static final Set<LineageEvent.Kind> OF_ACCOUNTS =
      EnumSet.complementOf(
          EnumSet.of(
              LineageEvent.Kind.CHANGED,
              LineageEvent.Kind.RAISED,
              LineageEvent.Kind.LOWERED,
              LineageEvent.Kind.ATTRIBUTED));

  /// An operator is in a cluster when so large a part of it is of the operator.
  private static final double PART = 0.15;

  private final Truth truth;
  private final List<ExpectedEvent> expected;
  private final List<DetectionSummary> runs = new ArrayList<>();

  private SagaRuns(Truth truth, List<ExpectedEvent> expected) {
    this.truth = truth;
    this.expected = expected;
  }

  static SagaRuns play(SagaSpec spec, Driver driver, Path folder) throws IOException {
    return play(spec, driver, folder, (step, run) -> {});
  }

  /// The same, with something to do after each run.
  static SagaRuns play(
      SagaSpec spec, Driver driver, Path folder, BiConsumer<Integer, DetectionSummary> after)
      throws IOException {
    Path events = folder.resolve("saga-" + spec.seed());
    List<ExpectedEvent> expected = new Saga(spec).write(events);
    SagaRuns saga = new SagaRuns(Truth.read(events), expected);
    Instant now = Instant.parse("2026-11-01T00:00:00Z");
    for (int step = 1; step <= Saga.RUNS; step++) {
      Clock clock = Clock.fixed(now.plus(Duration.ofDays(step)), ZoneOffset.UTC);
      new IngestService(
              driver,
              Home.at(folder.resolve("home-" + spec.seed())),
              SiteSecret.of(new byte[SiteSecret.KEY_BYTES]),
              clock,
              new IngestOptions(2, 256 << 20, 1 << 20, false))
          .ingest(List.of(Source.file(Saga.step(events, step))), IngestListener.NONE);
      saga.runs.add(
          new DetectionService(driver, DetectorCatalog.load(), clock)
              .run(DetectionOptions.DEFAULT, DetectionListener.SILENT));
      after.accept(step, saga.runs.getLast());
    }
    return saga;
  }

  List<DetectionSummary> summaries() {
    return List.copyOf(runs);
  }

  /// What somebody should hear of by what the runs reported, a line each, in order.
  List<String> alertable() {
    Set<String> kinds =
        Set.of("born", "returned", "grew", "regrew", "merged", "split", "raised", "attributed");
    List<String> lines = new ArrayList<>();
    for (DetectionSummary run : runs) {
      Map<String, FoundCluster> found = new HashMap<>();
      run.clusters().forEach(cluster -> found.put(cluster.id(), cluster));
      for (LineageEvent event : run.events()) {
        boolean labelled =
            event.clusters().stream()
                .anyMatch(id -> found.containsKey(id) && found.get(id).labelled());
        boolean named =
            event.clusters().stream()
                .anyMatch(id -> found.containsKey(id) && found.get(id).named().isPresent());
        if (kinds.contains(event.kind().text())
            && labelled
            && (event.kind() != LineageEvent.Kind.ATTRIBUTED || named)) {
          lines.add(
              run.run() + " " + event.kind().text() + " " + event.clusters() + " " + event.text());
        }
      }
    }
    return lines;
  }

  /// How many of those who came back after a takedown are in the cluster that was taken down.
  ///
  /// @param returned accounts that came back
  /// @param linked those of them in the old cluster with the first run after
  /// @param innocents accounts of nobody that came into it with that run
  record Return(String operator, int returned, int linked, int innocents) {}

  /// All returns of the saga to clusters that had been found before.
  List<Return> returns() {
    List<Return> returns = new ArrayList<>();
    for (ExpectedEvent event : expected) {
      if (event.kind().equals("regrew")) {
        String operator = event.after().getFirst().iterator().next();
        old(event.run(), operator).ifPresent(old -> returns.add(at(event.run(), operator, old)));
      }
    }
    return returns;
  }

  /// The cluster that an operator's accounts were in at the last run before one that saw them.
  private Optional<String> old(int run, String operator) {
    return runs.subList(0, run - 1).reversed().stream()
        .flatMap(summary -> summary.clusters().stream())
        .filter(c -> hand(c).contains(operator))
        .map(FoundCluster::id)
        .findFirst();
  }

  private Return at(int run, String operator, String old) {
    Set<String> before = members(run - 2, old);
    Set<String> now = members(run - 1, old);
    Set<String> back = new TreeSet<>();
    truth
        .accounts()
        .forEach((account, who) -> {
          if (who.operator().equals(operator) && who.variant().equals("second")) {
            back.add(account);
          }
        });
    long innocents =
        now.stream()
            .filter(account -> !before.contains(account) && !truth.accounts().get(account).attack())
            .count();
    int returned = back.size();
    back.retainAll(now);
    return new Return(operator, returned, back.size(), (int) innocents);
  }

  private Set<String> members(int run, String cluster) {
    return runs.get(run).clusters().stream()
        .filter(c -> c.id().equals(cluster))
        .flatMap(c -> c.members().stream())
        .map(FoundCluster.FoundMember::id)
        .collect(Collectors.toSet());
  }

  /// What had to happen, a line an event, in order.
  List<String> expected() {
    return expected.stream()
        .map(e -> line(e.run(), e.kind(), e.before(), e.after()))
        .sorted()
        .toList();
  }

  /// What happened to clusters that have accounts of operators, a line an event, in order.
  List<String> recorded() {
    List<String> lines = new ArrayList<>();
    Map<String, Set<String>> hands = new HashMap<>();
    for (int run = 1; run <= runs.size(); run++) {
      Map<String, Set<String>> before = Map.copyOf(hands);
      runs.get(run - 1).clusters().forEach(c -> hands.put(c.id(), hand(c)));
      for (LineageEvent event : runs.get(run - 1).events()) {
        List<Set<String>> from = event.parents().stream().map(before::get).toList();
        List<Set<String>> to = event.clusters().stream().map(hands::get).toList();
        if (OF_ACCOUNTS.contains(event.kind())
            && (from.stream().anyMatch(h -> !h.isEmpty())
                || to.stream().anyMatch(h -> !h.isEmpty()))) {
          lines.add(line(run, event.kind().text(), from, to));
        }
      }
    }
    lines.sort(null);
    return lines;
  }

  private Set<String> hand(FoundCluster cluster) {
    Map<String, Integer> accounts = new TreeMap<>();
    for (FoundCluster.FoundMember member : cluster.members()) {
      Truth.Member who = truth.accounts().get(member.id());
      if (who.attack()) {
        accounts.merge(who.operator(), 1, Integer::sum);
      }
    }
    Set<String> hand = new TreeSet<>();
    accounts.forEach((operator, n) -> {
      if (n >= PART * cluster.members().size()) {
        hand.add(operator);
      }
    });
    return hand;
  }

  private static String line(
      int run, String kind, List<Set<String>> before, List<Set<String>> after) {
    return "%02d %s %s -> %s".formatted(run, kind, hands(before), hands(after));
  }

  private static String hands(List<Set<String>> hands) {
    return hands.stream()
        .map(operators -> operators.stream().sorted().collect(Collectors.joining("&")))
        .sorted()
        .collect(Collectors.joining(" + "));
  }
}
