package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.lineage.LineageEvent;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.explain.CutPreview;
import io.iolaus.cypher.explain.CutPreviews;
import io.iolaus.cypher.lease.Leases;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Runs detection, shows how far it is and says what came out.
final class Detecting {

  private final SiteDetectors site;
  private final UnaryOperator<DetectorCatalog> choice;
  private final Workspace workspace;

  /// With all detectors that the site runs.
  Detecting(Workspace workspace) {
    this(workspace, catalog -> catalog);
  }

  /// @param choice of those, which to run
  Detecting(Workspace workspace, UnaryOperator<DetectorCatalog> choice) {
    this.workspace = workspace;
    this.site = new SiteDetectors(workspace.driver());
    this.choice = choice;
  }

  /// Work that must not be beside a run.
  @FunctionalInterface
  interface Work<T> {
    T with(DetectionService detection, SiteDetectors site, Clock clock, DetectionListener listener);
  }

  DetectionSummary run(DetectionOptions options) {
    return told(alone((detection, detectors, clock, listener) -> detection.run(options, listener)));
  }

  /// What a run would find now, of which nothing is written.
  DetectionSummary report(DetectionOptions options) {
    DetectionSummary summary =
        told(
            alone((detection, detectors, clock, listener) -> detection.preview(options, listener)));
    for (LineageEvent event : summary.events()) {
      Console.say("would be " + event.kind().text() + ": " + whom(event) + "; " + event.text());
    }
    return summary;
  }

  /// As `c-1+c-2 -> c-1`.
  private static String whom(LineageEvent event) {
    String before = String.join("+", event.parents());
    String after = String.join("+", event.clusters());
    if (before.isEmpty() || before.equals(after)) {
      return after;
    }
    return after.isEmpty() ? before : before + " -> " + after;
  }

  private static DetectionSummary told(DetectionSummary summary) {
    for (EntityRef unknown : summary.unknown()) {
      Console.say("nobody shares " + unknown + ": ignoring it changes nothing");
    }
    for (String lowered : summary.lowered()) {
      Console.say("verdicts lowered what sharing can be worth: " + lowered);
    }
    if (summary.decisions() > 0) {
      Console.say(
          summary.decisions()
              + (summary.decisions() == 1 ? " decision holds" : " decisions hold")
              + ": `iolaus decisions`");
    }
    for (String suppression : summary.suppressions()) {
      Console.say("suppression " + suppression + " holds: `iolaus suppressions`");
    }
    for (String unfinished : summary.unfinished()) {
      Console.say("detector " + unfinished + "; what it did not find is missing");
    }
    if (!summary.events().isEmpty()) {
      Console.say("since the run before: " + events(summary.events()));
    }
    Console.say(
        String.format(
            Locale.ROOT,
            "run %s (%s) as of %s: %,d accounts, %d clusters labelled, %d for review; %.1f s",
            summary.run(),
            summary.status(),
            summary.asOf(),
            summary.accounts(),
            summary.labelled(),
            summary.clusters().size() - summary.labelled(),
            summary.millis() / 1e3));
    return summary;
  }

  /// As `2 born, 1 grew`.
  private static String events(List<LineageEvent> events) {
    Map<LineageEvent.Kind, Long> counts = new EnumMap<>(LineageEvent.Kind.class);
    events.forEach(event -> counts.merge(event.kind(), 1L, Long::sum));
    return counts.entrySet().stream()
        .map(kind -> kind.getValue() + " " + kind.getKey().text())
        .collect(Collectors.joining(", "));
  }

  /// What a cluster would be without some shared things: the same run, of which nothing is written.
  CutPreview preview(String cluster, List<EntityRef> ignoring) {
    if (!new CutPreviews(workspace.driver(), service()).knows(cluster)) {
      throw ExplainCommand.noCluster(cluster);
    }
    return alone((detection, detectors, clock, listener) ->
        new CutPreviews(workspace.driver(), detection)
            .preview(cluster, ignoring, listener)
            .orElseThrow(() -> ExplainCommand.noCluster(cluster)));
  }

  private DetectionService service() {
    return new DetectionService(
        workspace.driver(), () -> choice.apply(site.catalog()), Clock.systemUTC());
  }

  /// Does what must not be beside a run: a server on this home may be at one just now.
  <T> T alone(Work<T> work) {
    DetectionService detection = service();
    AtomicReference<T> done = new AtomicReference<>();
    new Leases(workspace.driver(), Leases.DEFAULT_LASTING)
        .onceHeld(
            Leases.DETECTION,
            () -> Console.say("detection is under way in another process, waiting for it"),
            held -> {
              try (Progress progress = Console.progress()) {
                done.set(
                    work.with(
                        detection.under(held),
                        site,
                        Clock.systemUTC(),
                        (stage, at, total) -> progress.update(stage, at, total, "")));
              }
            });
    return Objects.requireNonNull(done.get());
  }
}
