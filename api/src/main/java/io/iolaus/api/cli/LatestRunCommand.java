package io.iolaus.api.cli;

import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.read.View;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// Prints something of the latest full run, or of a moment.
abstract class LatestRunCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Mixin private MomentOptions moments = new MomentOptions();

  @Override
  public final Integer call() throws IOException {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    try (Workspace workspace = Workspace.openExisting(options)) {
      Hints.ofTheLatestRun(workspace);
      print(workspace.clusters(), moments.view(), System.out, format);
    }
    return 0;
  }

  abstract void print(ClusterReader clusters, View view, PrintStream out, OutputFormat format)
      throws IOException;
}
