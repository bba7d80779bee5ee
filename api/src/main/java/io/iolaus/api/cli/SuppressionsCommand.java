package io.iolaus.api.cli;

import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.api.cli.output.SuppressionTable;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.suppression.SuppressionReader;
import io.iolaus.cypher.suppression.SuppressionRow;
import io.iolaus.cypher.suppression.SuppressionWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus suppressions`.
@Command(
    name = "suppressions",
    subcommands = SuppressionsCommand.End.class,
    description = {
      "Prints what is suppressed, by whom, why, until when, and what that hides; the latest first."
    })
final class SuppressionsCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Option(names = "--all", description = "Also what has ended.")
  private boolean all;

  @Override
  public Integer call() throws Exception {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    try (Workspace workspace = Workspace.openExisting(options)) {
      List<SuppressionRow> rows =
          new SuppressionReader(workspace.driver(), Clock.systemUTC())
              .list(all, Integer.MAX_VALUE - 1, null)
              .items();
      SuppressionTable.print(rows, System.out, format);
      rows.stream()
          .filter(row -> row.standing().equals("ends-soon"))
          .forEach(
              row -> Console.say(row.id() + " (" + row.scope() + ") ends at " + row.expiresAt()));
    }
    return 0;
  }

  /// The id of what was done; otherwise an error that says what is wrong.
  static String done(SuppressionWriter.Outcome outcome) {
    return switch (outcome) {
      case SuppressionWriter.Outcome.Done(String id) -> id;
      case SuppressionWriter.Outcome.Unknown(String text) -> throw new CommandException(text);
      case SuppressionWriter.Outcome.AlreadyEnded(String id) ->
          throw new CommandException(id + " had ended before");
    };
  }

  /// `iolaus suppressions end`.
  @Command(name = "end", description = "Ends a suppression before its time.")
  static final class End implements Callable<Integer> {

    @ParentCommand private SuppressionsCommand parent = new SuppressionsCommand();

    @Parameters(index = "0", paramLabel = "ID", description = "As s-1.")
    private String id = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who ends it.")
    private String by = "";

    @Override
    public Integer call() throws Exception {
      try (Workspace workspace = Workspace.openExisting(parent.options)) {
        SuppressionWriter writer = new SuppressionWriter(workspace.driver(), Clock.systemUTC());
        Console.say(
            CommandAudit.of(AuditAct.END_SUPPRESSION, "suppression", id, null, by)
                    .around(workspace, () -> done(writer.end(id, by)))
                + " has ended");
      }
      return 0;
    }
  }
}
