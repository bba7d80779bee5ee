package io.iolaus.api.cli;

import io.iolaus.api.cli.output.DecisionTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.api.cli.output.PrecisionTable;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.cypher.decision.DecisionQuery;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.DetectorPrecisionReader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `iolaus decisions`.
@Command(
    name = "decisions",
    description = {
      "Prints what people decided and where it stands: holds, pending, overtaken, void, withdrawn;",
      "the latest first."
    })
final class DecisionsCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Option(names = "--kind", paramLabel = "KIND", description = "Only of this kind.")
  private @Nullable String kind;

  @Option(names = "--by", paramLabel = "NAME", description = "Only by this person.")
  private @Nullable String by;

  @Option(names = "--account", paramLabel = "ID", description = "Only those that name it.")
  private @Nullable String account;

  @Option(
      names = "--cluster",
      paramLabel = "ID",
      description = "Only those about it, or about one that goes on in it.")
  private @Nullable String cluster;

  @Option(names = "--standing", paramLabel = "WORD", description = "Only those that stand there.")
  private @Nullable String standing;

  @Mixin private MomentOptions moments = new MomentOptions();

  @Option(
      names = "--precision",
      description = {
        "Instead: how right each version of each detector was, by what people decided about",
        "those whom it had a part in labelling."
      })
  private boolean precision;

  @Override
  public Integer call() throws Exception {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    if (precision) {
      try (Workspace workspace = Workspace.openExisting(options)) {
        PrecisionTable.print(
            new DetectorPrecisionReader(workspace.driver()).all(), System.out, format);
      }
      return 0;
    }
    DecisionQuery query =
        new DecisionQuery(kind(), by, account, cluster, standing, Integer.MAX_VALUE - 1, null);
    try (Workspace workspace = Workspace.openExisting(options)) {
      DecisionTable.print(
          new DecisionReader(workspace.driver()).list(query, moments.view()).items(),
          System.out,
          format);
    }
    return 0;
  }

  private @Nullable DecisionKind kind() {
    if (kind == null) {
      return null;
    }
    return DecisionKind.of(kind)
        .orElseThrow(() ->
            new CommandException(
                "--kind must be one of " + DecisionKind.names() + ", was " + kind));
  }
}
