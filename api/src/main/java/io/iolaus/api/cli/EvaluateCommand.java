package io.iolaus.api.cli;

import io.iolaus.api.cli.output.ClusterTable;
import io.iolaus.api.cli.output.FigureTable;
import io.iolaus.api.cli.output.MemberTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Suppressed;
import io.iolaus.simulate.scoring.Evaluation;
import io.iolaus.simulate.scoring.Figure;
import io.iolaus.simulate.scoring.Figures;
import io.iolaus.simulate.scoring.Plots;
import io.iolaus.simulate.scoring.Result;
import io.iolaus.simulate.scoring.RunSeries;
import io.iolaus.simulate.scoring.Timeliness;
import io.iolaus.simulate.scoring.Truth;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus evaluate`.
@Command(
    name = "evaluate",
    description = {
      "Scores the latest full run, or results in files, against the truth of a population.",
      "Prints a table; with --format csv or ndjson all figures, one a row."
    })
final class EvaluateCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Parameters(
      paramLabel = "TRUTH_DIR",
      arity = "1..*",
      description = {
        "A folder that `iolaus simulate` wrote: truth.csv, truth_clusters.csv.",
        "Several are scored together; each then holds its results, as with --results."
      })
  private List<Path> folders = List.of();

  @Option(
      names = "--results",
      description =
          "Score members.csv and clusters.csv in each TRUTH_DIR, as the commands print them.")
  private boolean results;

  @Option(
      names = "--members",
      paramLabel = "FILE",
      description = "Score this file, as `iolaus members` prints it, instead of a home's run.")
  private @Nullable Path members;

  @Option(
      names = "--clusters",
      paramLabel = "FILE",
      description = "What `iolaus clusters` printed with it; without it names are not scored.")
  private @Nullable Path clusters;

  @Option(
      names = "--series",
      paramLabel = "DIR",
      description = {
        "Also tell how soon operators are found: files as `iolaus members` prints them,",
        "with the moment of the run in the name, as members-2026-05-03.csv."
      })
  private @Nullable Path series;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "Write plots as SVG files into this folder.")
  private @Nullable Path plots;

  @Override
  public Integer call() throws Exception {
    OutputFormat format = options.format(OutputFormat.TABLE, OutputFormat.CSV, OutputFormat.NDJSON);
    check();
    Evaluation evaluation = evaluation();
    Timeliness timeliness = series == null ? null : RunSeries.judge(folders.getFirst(), series);
    if (format == OutputFormat.TABLE) {
      System.out.print(evaluation.print());
      System.out.print(timeliness == null ? "" : "\n" + timeliness.print());
    } else {
      List<Figure> figures = new ArrayList<>(evaluation.figures());
      figures.addAll(timeliness == null ? List.of() : Figures.of(timeliness));
      FigureTable.print(figures, System.out, format);
    }
    System.out.flush();
    if (plots != null) {
      plot(evaluation, timeliness, plots);
    }
    return 0;
  }

  private void check() {
    for (Path folder : folders) {
      if (!Files.exists(folder.resolve("truth.csv"))) {
        throw new CommandException("there is no truth.csv in " + folder + ": check the path");
      }
    }
    boolean several = results || folders.size() > 1;
    if (several && members != null) {
      throw new CommandException(
          "--members names the result of one folder: leave it out, or name one TRUTH_DIR");
    }
    if (members == null && clusters != null) {
      throw new CommandException("--clusters goes with --members: name both files");
    }
    if (folders.size() > 1 && series != null) {
      throw new CommandException("--series is about one population: name one TRUTH_DIR");
    }
  }

  private Evaluation evaluation() throws IOException {
    if (results || folders.size() > 1) {
      return Evaluation.read(folders);
    }
    Path folder = folders.getFirst();
    Result result = members == null ? latestRun() : Result.read(members, clusters);
    return new Evaluation(List.of(Evaluation.world(folder.toString(), Truth.read(folder), result)));
  }

  /// Scoring sees what any other program would see.
  private Result latestRun() throws IOException {
    Path folder = Files.createTempDirectory("iolaus-evaluate");
    Path memberFile = folder.resolve("members.csv");
    Path clusterFile = folder.resolve("clusters.csv");
    try {
      print(memberFile, clusterFile);
      return Result.read(memberFile, clusterFile);
    } finally {
      Files.deleteIfExists(memberFile);
      Files.deleteIfExists(clusterFile);
      Files.delete(folder);
    }
  }

  private void print(Path memberFile, Path clusterFile) throws IOException {
    try (Workspace workspace = Workspace.openExisting(options);
        OutputStream memberRows = Files.newOutputStream(memberFile);
        OutputStream clusterRows = Files.newOutputStream(clusterFile)) {
      Hints.ofTheLatestRun(workspace);
      MemberTable.print(
          workspace.clusters(), Suppressed.NONE, View.NOW, memberRows, OutputFormat.CSV);
      ClusterTable.print(
          workspace.clusters(), Suppressed.NONE, View.NOW, clusterRows, OutputFormat.CSV);
    }
  }

  private static void plot(Evaluation evaluation, @Nullable Timeliness timeliness, Path folder)
      throws IOException {
    List<Path> files = new ArrayList<>(Plots.write(evaluation, folder));
    if (timeliness != null) {
      files.add(Plots.write(timeliness, folder));
    }
    files.forEach(file -> Console.say("wrote " + file));
  }
}
