package io.iolaus.api.cli;

import io.iolaus.api.cli.output.OutputFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus export`.
@Command(
    name = "export",
    description = {
      "Writes a STIX 2.1 bundle about one cluster that may leave the house:",
      "counts in ranges and networks only, nothing personal."
    })
final class ExportCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Parameters(paramLabel = "CLUSTER", description = "Id of the cluster.")
  private String cluster = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write; standard output where none is named.")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    options.format(OutputFormat.STIX);
    throw new CommandException("export of " + cluster + " to " + out + " is not there yet");
  }
}
