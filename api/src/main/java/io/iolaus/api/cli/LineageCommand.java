package io.iolaus.api.cli;

import io.iolaus.api.cli.output.LineageTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.lineage.ClusterLife;
import io.iolaus.cypher.lineage.LineageReader;
import io.iolaus.cypher.lineage.LineageRow;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.read.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus lineage`.
@Command(
    name = "lineage",
    description = {
      "Prints what happened to a cluster from run to run: born, grew, shrank, merged, split,"
          + " dormant,",
      "regrew, and so on, the earliest first, each with its cause. Without CLUSTER: to all of them."
    })
final class LineageCommand implements Callable<Integer> {

  private static final int PAGE = 500;

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Parameters(
      paramLabel = "CLUSTER",
      arity = "0..1",
      description = "Id of a cluster, of one that ended as well.")
  private @Nullable String cluster;

  @Option(
      names = "--family",
      description = "Also what happened to those it was merged with or split from, and to theirs.")
  private boolean family;

  @Mixin private MomentOptions moments = new MomentOptions();

  @Override
  public Integer call() throws Exception {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    View view = moments.view();
    try (Workspace workspace = Workspace.openExisting(options)) {
      Hints.ofTheLatestRun(workspace);
      LineageReader reader = new LineageReader(workspace.driver());
      if (cluster == null) {
        LineageTable.print(all(after -> reader.events(PAGE, after, view)), System.out, format);
        return 0;
      }
      ClusterLife life = life(reader, cluster, view);
      Set<String> clusters = family ? reader.family(cluster) : Set.of(cluster);
      LineageTable.print(
          all(after -> reader.events(clusters, PAGE, after, view)), System.out, format);
      Console.say(sentence(life));
    }
    return 0;
  }

  private static ClusterLife life(LineageReader reader, String cluster, View view) {
    return reader
        .life(cluster, view)
        .orElseThrow(() ->
            new CommandException(
                (view.isNow()
                        ? "there never was a cluster " + cluster
                        : "there was no cluster " + cluster + " " + view.text())
                    + ": `iolaus lineage` tells of all there were"));
  }

  private static List<LineageRow> all(Function<@Nullable PageKey, Page<LineageRow>> pages) {
    List<LineageRow> rows = new ArrayList<>();
    Page<LineageRow> page = pages.apply(null);
    rows.addAll(page.items());
    while (page.next() != null) {
      page = pages.apply(page.next());
      rows.addAll(page.items());
    }
    return rows.reversed();
  }

  private static String sentence(ClusterLife life) {
    String cluster = life.id();
    return switch (life.lifecycle()) {
      case ACTIVE -> cluster + " is active";
      case DORMANT -> cluster + " is dormant since " + life.since();
      case DISSOLVED -> cluster + " was dissolved as of " + life.since();
      case MERGED -> cluster + " was merged into " + life.into() + " as of " + life.since();
    };
  }
}
