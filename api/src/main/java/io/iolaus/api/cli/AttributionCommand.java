package io.iolaus.api.cli;

import io.iolaus.api.cli.output.AttributionTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.cluster.ClusterAttribution;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.read.View;
import java.io.IOException;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `iolaus attribution`.
@Command(
    name = "attribution",
    description = {
      "Prints who may stand behind one cluster: a row for each piece of evidence, a column for each",
      "hypothesis, in bits against \"nobody known\"; their sum and the confidence below.",
      "Hypotheses, not findings."
    })
final class AttributionCommand extends LatestRunCommand {

  @Parameters(paramLabel = "CLUSTER", description = "Id of the cluster.")
  private String cluster = "";

  @Option(
      names = "--changes",
      description = "Print instead what would change the ranking: evidence less or more.")
  private boolean changes;

  @Override
  void print(ClusterReader clusters, View view, PrintStream out, OutputFormat format)
      throws IOException {
    ClusterAttribution attribution =
        clusters.attribution(cluster, view).orElseThrow(() -> Hints.noCluster(cluster, view));
    if (changes) {
      AttributionTable.changes(attribution, out, format);
    } else {
      AttributionTable.matrix(attribution, out, format);
    }
    Console.say(AttributionTable.sentence(attribution));
  }
}
