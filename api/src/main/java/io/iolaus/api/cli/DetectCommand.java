package io.iolaus.api.cli;

import io.iolaus.api.cli.output.ClusterTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.entity.EntityRef;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `iolaus detect`.
@Command(
    name = "detect",
    description =
        "Runs all detectors over the graph, resolves clusters, judges and attributes them.")
final class DetectCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = {
        "Only report what a run at that moment finds, as 2026-06-01T00:00:00Z:",
        "prints the clusters and leaves those of the latest run as they are."
      })
  private @Nullable String asOf;

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      description = {
        "Only report what a run finds with what had been loaded by that moment, as",
        "2026-06-01T00:00:00Z: puts that together again from the home's journal, in a database of",
        "its own, which takes as long as loading it. Ids are those of a first run."
      })
  private @Nullable String knownAt;

  @Option(
      names = "--dry-run",
      description = {
        "Only report what a run finds now, and what would happen to the clusters that stand:",
        "prints the clusters under the ids that they would have and writes nothing."
      })
  private boolean dryRun;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = {
        "Only report what a run finds with this detector alone; may be given several times.",
        "Writes nothing, as with --dry-run."
      })
  private List<String> detectors = List.of();

  @Option(
      names = "--ignoring",
      paramLabel = "TYPE:ID",
      description = {
        "Leave out something shared, as ip:203.0.113.7, as though no detector had found it;",
        "may be given several times. Later runs see it again."
      })
  private List<String> ignoring = List.of();

  @Override
  public Integer call() throws Exception {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    DetectionOptions run =
        DetectionOptions.DEFAULT.ignoring(ignoring.stream().map(EntityRef::parse).toList());
    if (asOf != null) {
      run = run.at(Moments.of("--as-of", asOf));
    }
    boolean report = dryRun || !detectors.isEmpty();
    if (knownAt != null) {
      try (PastWorkspace past = PastWorkspace.open(options, Moments.of("--known-at", knownAt))) {
        DetectionSummary summary =
            new Detecting(past.workspace(), _ -> chosen(past.detectors())).run(run);
        ClusterTable.print(summary.clusters(), System.out, format);
      }
      return 0;
    }
    try (Workspace workspace = Workspace.openExisting(options)) {
      Detecting detecting = new Detecting(workspace, this::chosen);
      DetectionOptions chosen = run;
      DetectionSummary summary =
          report && asOf == null
              ? detecting.report(run)
              : CommandAudit.of(AuditAct.START_RUN, "", "")
                  .around(workspace, () -> detecting.run(chosen));
      if (report || asOf != null) {
        ClusterTable.print(summary.clusters(), System.out, format);
      }
    }
    return 0;
  }

  private DetectorCatalog chosen(DetectorCatalog catalog) {
    return detectors.isEmpty() ? catalog : catalog.only(Set.copyOf(detectors));
  }
}
