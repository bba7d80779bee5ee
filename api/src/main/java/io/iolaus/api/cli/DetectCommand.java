package io.iolaus.api.cli;

import io.iolaus.api.cli.output.ClusterTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.entity.EntityRef;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
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
    try (Workspace workspace = Workspace.openExisting(options)) {
      DetectionSummary summary = Detecting.run(workspace, run);
      if (asOf != null) {
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
