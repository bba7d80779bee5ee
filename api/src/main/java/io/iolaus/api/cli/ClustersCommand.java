package io.iolaus.api.cli;

import io.iolaus.api.cli.output.ClusterTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Suppressed;
import java.io.IOException;
import java.io.PrintStream;
import picocli.CommandLine.Command;

/// `iolaus clusters`.
@Command(
    name = "clusters",
    description = "Prints the clusters of the latest full run, one a row, in byte order of ids.")
final class ClustersCommand extends ListingCommand {

  @Override
  void print(
      ClusterReader clusters, Suppressed left, View view, PrintStream out, OutputFormat format)
      throws IOException {
    ClusterTable.print(clusters, left, view, out, format);
  }
}
