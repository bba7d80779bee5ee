package io.iolaus.api.cli;

import io.iolaus.api.cli.output.DetectorTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.run.RunReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `iolaus detectors list`.
@Command(
    name = "list",
    description = {
      "Prints all detectors: those that run, those that wait for a second person and those that"
          + " were",
      "retired, each with its latest run."
    })
final class DetectorsListCommand implements Callable<Integer> {

  @ParentCommand private DetectorsCommand detectors = new DetectorsCommand();

  @Override
  public Integer call() throws Exception {
    IolausCommand options = detectors.options();
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    try (Workspace workspace = Workspace.openExisting(options)) {
      SiteDetectors site = new SiteDetectors(workspace.driver());
      DetectorTable.print(
          site.standing(),
          site.versions(null),
          new RunReader(workspace.driver()).latestByDetector(),
          System.out,
          format);
    }
    return 0;
  }
}
