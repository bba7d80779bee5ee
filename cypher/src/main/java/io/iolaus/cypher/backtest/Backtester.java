package io.iolaus.cypher.backtest;

import io.iolaus.core.backtest.BacktestFigures;
import io.iolaus.core.backtest.ClusterChanges;
import io.iolaus.core.backtest.ComparedCluster;
import io.iolaus.core.backtest.Decided;
import io.iolaus.core.backtest.DetectorCost;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.Trial;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.SiteDetectors;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;

/// Resolves one moment twice, without and with a candidate, and records what differs.
///
/// Both times as though nobody had decided about any account: decisions keep people out of
/// clusters, so that a run which knew them could not be wrong about those it is measured by.
public final class Backtester {

  private final Driver driver;
  private final SiteDetectors site;
  private final DetectionService detection;
  private final Clock clock;

  /// @param clock stamps `recordedAt`; nothing else depends on it
  public Backtester(Driver driver, SiteDetectors site, DetectionService detection, Clock clock) {
    this.driver = driver;
    this.site = site;
    this.detection = detection;
    this.clock = clock;
  }

  /// Not beside a run: whoever calls this holds the lease of detection.
  ///
  /// @param cases how many test cases the candidate has passed
  public Backtest run(
      DetectorDraft draft,
      int cases,
      String by,
      DetectionOptions options,
      DetectionListener listener) {
    DetectorCatalog present = site.catalog();
    GraphMarks marks = GraphMarks.read(driver);
    List<Trial> trials =
        detection.trials(List.of(present, present.with(draft.file())), options, listener);
    Trial before = trials.getFirst();
    Trial after = trials.getLast();
    Set<String> legitimate = labelled(after.summary().clusters());
    legitimate.removeAll(labelled(before.summary().clusters()));
    legitimate.removeIf(account -> marks.said().get(account) != Verdict.LEGITIMATE);
    String id = draft.file().id();
    BacktestFigures figures =
        new BacktestFigures(
            side(before, marks.said()),
            side(after, marks.said()),
            ClusterChanges.of(compared(before), compared(after)),
            List.copyOf(legitimate),
            before.costs().get(id),
            Objects.requireNonNull(after.costs().get(id)),
            draft.file().timeout().toMillis());
    return new BacktestRecords(driver)
        .record(
            new Backtest(
                "",
                id,
                draft.file().version(),
                draft.digest(),
                present.fingerprint(),
                after.summary().asOf(),
                options.window().toString(),
                marks.events(),
                marks.replaced(),
                marks.verdicts(),
                cases,
                by,
                clock.instant(),
                figures));
  }

  private static BacktestFigures.Side side(Trial trial, Map<String, Verdict> said) {
    List<FoundCluster> clusters = trial.summary().clusters();
    return new BacktestFigures.Side(
        trial.summary().unfinished(),
        clusters.size(),
        (int) trial.summary().labelled(),
        Decided.of(labelled(clusters), trial.accounts(), said),
        trial.costs().values().stream().mapToLong(DetectorCost::millis).sum());
  }

  private static List<ComparedCluster> compared(Trial trial) {
    return trial.summary().clusters().stream()
        .map(c ->
            new ComparedCluster(
                c.id(),
                c.members().stream().map(FoundMember::id).collect(Collectors.toSet()),
                labelled(List.of(c))))
        .toList();
  }

  private static Set<String> labelled(List<FoundCluster> clusters) {
    return clusters.stream()
        .filter(FoundCluster::labelled)
        .flatMap(c -> c.members().stream())
        .filter(FoundMember::labelled)
        .map(FoundMember::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
