package io.iolaus.api.cli;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.audit.AuditUnavailableException;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.Source.FileSource;
import io.iolaus.ingest.bulk.BulkMode;
import io.iolaus.ingest.csv.CsvFormat;
import io.iolaus.ingest.follow.FollowOptions;
import io.iolaus.ingest.source.LineFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `iolaus ingest`.
@Command(
    name = "ingest",
    description = {
      "Loads events: NDJSON, plain, gzip or Zstandard; - is standard input.",
      "Of a folder, all files below it that are called *.ndjson or *.jsonl (.gz, .zst).",
      "With --kafka, reads a topic until Ctrl-C: one event line or several in each record.",
      "A file may be loaded again, whole or grown: what is in the graph already counts once.",
      "Rejected lines are kept in the home under dead-letters; the rest is loaded."
    })
final class IngestCommand implements Callable<Integer> {

  static final int REJECTED_LINES = 3;

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Option(names = "--strict", description = "Exit status 3 when any line was rejected.")
  private boolean strict;

  @Option(
      names = "--dry-run",
      description = "Only look: say what would be rejected and where, write nothing.")
  private boolean dryRun;

  @Option(
      names = "--replay",
      description =
          "Take mended lines of this file into the batches that had rejected them; see `iolaus"
              + " rejections --template`.",
      paramLabel = "FILE")
  private @Nullable Path replay;

  @Option(
      names = "--replace",
      paramLabel = "BATCH",
      description =
          "Put the one file that is named in place of all that this batch said: the graph is as if"
              + " it had been loaded instead. The summary of each load names its batches.")
  private @Nullable String replace;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the columns of CSV files mean; see docs/ingest.md.")
  private @Nullable Path mapping;

  @Option(
      names = "--follow",
      description = "Go on loading what comes into these folders, until stopped.")
  private boolean follow;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = "With --follow: a file is complete when it did not change for so long; 3.")
  private int settle;

  @Option(
      names = "--metrics",
      paramLabel = "[HOST:]PORT",
      description = "With --kafka or --follow: serve metrics for Prometheus; see docs/metrics.md.")
  private @Nullable String metrics;

  @Option(
      names = "--bulk",
      paramLabel = "auto|never|always",
      defaultValue = "auto",
      description =
          "Whether the first load of an empty local database goes through Neo4j's offline importer:"
              + " auto, where that is quicker.")
  private BulkMode bulk = BulkMode.AUTO;

  @ArgGroup(exclusive = false)
  private @Nullable KafkaOptions kafka;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files, folders, or - for standard input.")
  private List<String> paths = List.of();

  @Override
  public Integer call() throws Exception {
    if (kafka != null) {
      if (!paths.isEmpty()
          || replay != null
          || replace != null
          || follow
          || dryRun
          || mapping != null) {
        throw wrong(
            "--kafka reads a topic only: leave out PATH, --replay, --replace, --follow, --dry-run"
                + " and --mapping");
      }
      return status(KafkaIngesting.run(options, kafka, metrics).counts().rejected());
    }
    if (metrics != null && !follow) {
      throw wrong("--metrics goes with --kafka or --follow: other loads end by themselves");
    }
    if (replay != null) {
      return replay(replay);
    }
    if (paths.isEmpty()) {
      throw wrong("Missing required parameter: 'PATH', or --kafka and --topic");
    }
    LineFormat csv = mapping == null ? null : CsvFormat.of(mapping);
    if (follow) {
      if (replace != null) {
        throw wrong("--replace takes the corrected file only: leave out --follow and --dry-run");
      }
      if (dryRun || strict) {
        throw wrong("--follow goes with neither --dry-run nor --strict");
      }
      FollowOptions usual = FollowOptions.defaults();
      Following.run(
          options,
          paths,
          csv,
          new FollowOptions(Duration.ofSeconds(settle), usual.every()),
          metrics);
      return 0;
    }
    List<Source> sources = InputPaths.sources(paths, csv);
    if (replace != null) {
      return replace(replace, sources);
    }
    if (dryRun) {
      return status(DryRunning.run(options.homePath(), sources).rejected());
    }
    try (Workspace workspace = Workspace.open(options)) {
      IngestSummary summary = Ingesting.run(workspace, sources, bulk);
      recordIngest(workspace, summary);
      IngestReport.say(summary);
      return status(summary.counts().rejected());
    }
  }

  private int replace(String batch, List<Source> sources) throws IOException {
    if (dryRun) {
      throw wrong("--replace takes the corrected file only: leave out --follow and --dry-run");
    }
    if (sources.size() != 1 || !(sources.getFirst() instanceof FileSource file)) {
      throw wrong("--replace BATCH takes exactly one file, the corrected one");
    }
    try (Workspace workspace = Workspace.open(options)) {
      IngestSummary summary = Ingesting.replace(workspace, batch, file);
      recordIngest(workspace, summary);
      IngestReport.say(summary);
      return status(summary.counts().rejected());
    }
  }

  /// Afterwards: a record made before would keep a first load from Neo4j's importer.
  private static void recordIngest(Workspace workspace, IngestSummary summary) {
    Map<String, String> detail =
        Map.of(
            "sources", Integer.toString(summary.sources().size()),
            "rejected", Long.toString(summary.counts().rejected()));
    try {
      new CommandAudit(AuditAct.INGEST, "", "", null, detail).record(workspace);
    } catch (AuditUnavailableException e) {
      Console.say("the load is done, but not recorded: " + e.getMessage());
    }
  }

  private int replay(Path file) throws IOException {
    if (!paths.isEmpty() || replace != null || follow || dryRun || mapping != null) {
      throw wrong(
          "--replay takes one file only: leave out PATH, --replace, --follow, --dry-run and"
              + " --mapping");
    }
    if (!Files.isReadable(file)) {
      throw new CommandException("cannot read " + file + ": check the path, its owner and mode");
    }
    try (Workspace workspace = Workspace.open(options)) {
      return status(Replaying.run(workspace, file).left());
    }
  }

  private RuntimeException wrong(String message) {
    return spec == null
        ? new CommandException(message)
        : new ParameterException(spec.commandLine(), message);
  }

  private int status(long rejected) {
    return strict && rejected > 0 ? REJECTED_LINES : 0;
  }
}
