package io.iolaus.api.cli;

import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.cluster.ClusterReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/// Prints something of the latest full run.
abstract class LatestRunCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Override
  public final Integer call() throws IOException {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    try (Workspace workspace = Workspace.openExisting(options)) {
      Hints.whenNothingWasDetected(workspace);
      print(workspace.clusters(), System.out, format);
    }
    return 0;
  }

  abstract void print(ClusterReader clusters, PrintStream out, OutputFormat format)
      throws IOException;
}
