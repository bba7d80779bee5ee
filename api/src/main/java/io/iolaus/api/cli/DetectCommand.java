package io.iolaus.api.cli;

import io.iolaus.api.cli.output.ClusterTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.entity.EntityRef;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
      run = run.at(moment(asOf));
    }
    boolean report = dryRun || !detectors.isEmpty();
    DetectorCatalog catalog = DetectorCatalog.load();
    Detecting detecting =
        new Detecting(detectors.isEmpty() ? catalog : catalog.only(Set.copyOf(detectors)));
    try (Workspace workspace = Workspace.openExisting(options)) {
      DetectionSummary summary =
          report && asOf == null ? detecting.report(workspace, run) : detecting.run(workspace, run);
      if (report || asOf != null) {
        ClusterTable.print(summary.clusters(), System.out, format);
      }
    }
    return 0;
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new CommandException(
          "--as-of must be a time with an offset, as 2026-06-01T00:00:00Z, was " + text, e);
    }
  }
}
