package io.iolaus.api.cli;

import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.home.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The program without a command, and the options that every command takes, before its name or
/// after.
@Command(
    name = "iolaus",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "Finds networks of API accounts that are run as one.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Data goes to standard output, everything else to standard error.",
      "NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD point it at another Neo4j than the local one."
    },
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      IngestCommand.class,
      RejectionsCommand.class,
      DetectCommand.class,
      DetectorsCommand.class,
      ClustersCommand.class,
      MembersCommand.class,
      LineageCommand.class,
      AlertsCommand.class,
      DecideCommand.class,
      DecisionsCommand.class,
      SuppressCommand.class,
      SuppressionsCommand.class,
      ExplainCommand.class,
      AttributionCommand.class,
      ExportCommand.class,
      CasesCommand.class,
      AuditCommand.class,
      FingerprintCommand.class,
      KeysCommand.class,
      UsersCommand.class,
      SimulateCommand.class,
      EvaluateCommand.class,
      VersionCommand.class
    })
final class IolausCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Where everything is kept; default: $IOLAUS_HOME, else ~/.iolaus.")
  private @Nullable Path home;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "csv (default), ndjson or table; stix for export.")
  private @Nullable OutputFormat format;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  boolean debug() {
    return debug;
  }

  /// The home, made where there is none.
  Home home() {
    return Home.at(homePath());
  }

  Path homePath() {
    if (home != null) {
      return home;
    }
    String named = System.getenv("IOLAUS_HOME");
    return named != null && !named.isBlank()
        ? Path.of(named)
        : Path.of(System.getProperty("user.home"), ".iolaus");
  }

  /// The format asked for, if it is one of these; otherwise an error that says which there are.
  OutputFormat format(OutputFormat usual, OutputFormat... others) {
    if (format == null || format == usual) {
      return usual;
    }
    for (OutputFormat other : others) {
      if (format == other) {
        return other;
      }
    }
    throw new CommandException(
        "this command cannot print --format " + format.name().toLowerCase(java.util.Locale.ROOT));
  }
}
