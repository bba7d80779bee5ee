package io.iolaus.api.cli;

import io.iolaus.api.cli.output.ClusterTable;
import io.iolaus.api.cli.output.OutputFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `iolaus clusters`.
@Command(
    name = "clusters",
    description = "Prints the clusters of the latest full run, one a row, in byte order of ids.")
final class ClustersCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Override
  public Integer call() throws Exception {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    try (Workspace workspace = Workspace.openExisting(options)) {
      Hints.whenNothingWasDetected(workspace);
      ClusterTable.print(workspace.clusters(), System.out, format);
    }
    return 0;
  }
}
