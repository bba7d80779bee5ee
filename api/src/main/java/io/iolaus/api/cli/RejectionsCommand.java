package io.iolaus.api.cli;

import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.api.cli.output.RejectionTable;
import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus rejections`.
@Command(
    name = "rejections",
    description = {
      "Prints the rejected lines of this home: where they stand and why they were rejected.",
      "With --template as lines to mend and give to `iolaus ingest --replay`.",
      "Needs no database; what was replayed is left out."
    })
final class RejectionsCommand implements Callable<Integer> {

  private static final String SUFFIX = ".ndjson";

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Parameters(
      arity = "0..1",
      paramLabel = "BATCH",
      description = "Of this batch alone; `iolaus ingest` says which.")
  private @Nullable String batch;

  @Option(names = "--template", description = "Print a replay file: mend each \"event\" in it.")
  private boolean template;

  @Option(
      names = "--source",
      paramLabel = "FILE",
      description = "With --template: put the lines in as they stand in the batch's source.")
  private @Nullable Path source;

  @Override
  public Integer call() throws Exception {
    List<Path> logs = logs();
    if (!template) {
      OutputFormat format =
          options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
      RejectionTable.print(logs, System.out, format);
    } else if (source == null) {
      for (Path log : logs) {
        ReplayTemplate.print(log, System.out);
      }
    } else if (batch == null) {
      throw new CommandException("--source is the source of one batch: name the batch too");
    } else {
      ReplayTemplate.print(logs.getFirst(), source, System.out);
    }
    return 0;
  }

  private List<Path> logs() throws IOException {
    Path home = options.homePath();
    if (!Home.exists(home)) {
      throw new CommandException(
          "there is no Iolaus home at " + home + ": name another with --home");
    }
    Path folder = Home.at(home).deadLetters();
    if (batch != null) {
      Path log = folder.resolve(batch + SUFFIX).normalize();
      if (!folder.equals(log.getParent()) || !Files.exists(log)) {
        throw new CommandException(
            "this home has no rejected lines of batch "
                + batch
                + ": `iolaus rejections` lists those there are");
      }
      return List.of(log);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }
}
