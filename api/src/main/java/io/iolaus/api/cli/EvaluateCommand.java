package io.iolaus.api.cli;

import io.iolaus.api.cli.output.ClusterTable;
import io.iolaus.api.cli.output.MemberTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.simulate.scoring.ScoreTable;
import io.iolaus.simulate.scoring.Scoring;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus evaluate`.
@Command(
    name = "evaluate",
    description = "Scores the latest full run against the truth of a simulated population.")
final class EvaluateCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Parameters(
      paramLabel = "TRUTH_DIR",
      description = "The folder that `iolaus simulate` wrote: truth.csv, truth_clusters.csv.")
  private @Nullable Path truth;

  @Override
  public Integer call() throws Exception {
    if (truth == null || !Files.exists(truth.resolve("truth.csv"))) {
      throw new CommandException("there is no truth.csv in " + truth + ": check the path");
    }
    Path folder = Files.createTempDirectory("iolaus-evaluate");
    Path members = folder.resolve("members.csv");
    Path clusters = folder.resolve("clusters.csv");
    try {
      print(members, clusters);
      System.out.print(ScoreTable.print(Scoring.score(truth, members, clusters)));
      System.out.flush();
    } finally {
      Files.deleteIfExists(members);
      Files.deleteIfExists(clusters);
      Files.delete(folder);
    }
    return 0;
  }

  /// Scoring sees what any other program would see.
  private void print(Path members, Path clusters) throws IOException {
    try (Workspace workspace = Workspace.openExisting(options);
        OutputStream memberRows = Files.newOutputStream(members);
        OutputStream clusterRows = Files.newOutputStream(clusters)) {
      MemberTable.print(workspace.clusters(), memberRows, OutputFormat.CSV);
      ClusterTable.print(workspace.clusters(), clusterRows, OutputFormat.CSV);
    }
  }
}
