package io.iolaus.api.cli;

import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Hiding;
import io.iolaus.cypher.suppression.Suppressed;
import io.iolaus.cypher.suppression.SuppressionReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Lists what the latest full run found, without what people suppressed, and says how much that is.
abstract class ListingCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Mixin private MomentOptions moments = new MomentOptions();

  @Option(names = "--hidden", description = "Also what people suppressed.")
  private boolean hidden;

  @Override
  public final Integer call() throws IOException {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    try (Workspace workspace = Workspace.openExisting(options)) {
      Hints.ofTheLatestRun(workspace);
      SuppressionReader suppressions = new SuppressionReader(workspace.driver(), Clock.systemUTC());
      Suppressed left = hidden ? Suppressed.NONE : suppressions.holding();
      record(workspace);
      print(workspace.clusters(), left, moments.view(), System.out, format);
      say(suppressions.hiding(left));
    }
    return 0;
  }

  /// Records it, where what is listed is sensitive.
  void record(Workspace workspace) {}

  /// Nothing is missing without a word.
  private static void say(Hiding hiding) {
    if (hiding.clusters() + hiding.accounts() > 0) {
      Console.say(
          String.format(
              Locale.ROOT,
              "%,d %s and %,d %s hidden by suppressions: `iolaus suppressions` tells which,"
                  + " --hidden shows them",
              hiding.clusters(),
              hiding.clusters() == 1 ? "cluster" : "clusters",
              hiding.accounts(),
              hiding.accounts() == 1 ? "account" : "accounts"));
    }
  }

  /// @param left what is left out
  abstract void print(
      ClusterReader clusters, Suppressed left, View view, PrintStream out, OutputFormat format)
      throws IOException;
}
