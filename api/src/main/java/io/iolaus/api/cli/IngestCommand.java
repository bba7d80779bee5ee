package io.iolaus.api.cli;

import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      "With --kafka, reads a topic until Ctrl-C: one event line or several in each record.",
      "A file may be loaded again, whole or grown: what is in the graph already counts once.",
      "Rejected lines are kept in the home under dead-letters; the rest is loaded."
    })
final class IngestCommand implements Callable<Integer> {

  static final int REJECTED_LINES = 3;

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Option(names = "--strict", description = "Exit status 3 when any line was rejected.")
  private boolean strict;

  @ArgGroup(exclusive = false)
  private @Nullable KafkaOptions kafka;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files, or - for standard input.")
  private List<String> files = List.of();

  @Override
  public Integer call() throws Exception {
    if (kafka != null) {
      if (!files.isEmpty()) {
        throw wrong("Name files or --kafka, not both");
      }
      return status(KafkaIngesting.run(options, kafka));
    }
    if (files.isEmpty()) {
      throw wrong("Missing required parameter: 'FILE', or --kafka and --topic");
    }
    List<Source> sources = files.stream().map(IngestCommand::source).toList();
    try (Workspace workspace = Workspace.open(options)) {
      IngestSummary summary = Ingesting.run(workspace, sources);
      IngestReport.say(summary);
      return status(summary);
    }
  }

  private int status(IngestSummary summary) {
    return strict && summary.counts().rejected() > 0 ? REJECTED_LINES : 0;
  }

  private RuntimeException wrong(String message) {
    return spec == null
        ? new CommandException(message)
        : new ParameterException(spec.commandLine(), message);
  }

  private static Source source(String file) {
    if (file.equals("-")) {
      return Source.standardInput(System.in);
    }
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      throw new CommandException("there is no file " + file + ": check the path");
    }
    if (Files.isDirectory(path)) {
      throw new CommandException(file + " is a directory: name the files in it, as " + file + "/*");
    }
    if (!Files.isReadable(path)) {
      throw new CommandException("cannot read " + file + ": check its owner and mode");
    }
    return Source.file(path);
  }
}
