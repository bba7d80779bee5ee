package io.iolaus.api.cli;

import io.iolaus.api.cli.output.BacktestTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.backtest.Backtest;
import io.iolaus.cypher.backtest.Backtester;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detector.DetectorStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus detectors backtest`.
@Command(
    name = "backtest",
    description = {
      "Checks a file, resolves the past without and with it, and prints what differs: clusters,",
      "members, what people had decided, cost. Changes nothing but that it is recorded, for"
          + " publish.",
      "Exit status 1 where the file is worse."
    })
final class DetectorsBacktestCommand implements Callable<Integer> {

  @ParentCommand private DetectorsCommand detectors = new DetectorsCommand();

  @Parameters(paramLabel = "FILE", description = "A detector's .cypher file.")
  private String file = "";

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "The moment to look at, as 2026-06-01T00:00:00Z; default: the newest event.")
  private @Nullable String asOf;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who asks; default: the name of the login.")
  private String by = System.getProperty("user.name", "unknown");

  @Override
  public Integer call() throws Exception {
    IolausCommand options = detectors.options();
    OutputFormat format = options.format(OutputFormat.TABLE, OutputFormat.NDJSON, OutputFormat.CSV);
    DetectionOptions moment =
        asOf == null
            ? DetectionOptions.DEFAULT
            : DetectionOptions.DEFAULT.at(Moments.of("--as-of", asOf));
    DetectorChecking.Checked checked = checked();
    if (checked == null) {
      return 1;
    }
    if (checked.draft().file().status() != DetectorStatus.ACTIVE) {
      throw new CommandException(
          file
              + ": only a detector with status: active can be tested on the past, this one is "
              + checked.draft().file().status().text());
    }
    try (Workspace workspace = Workspace.openExisting(options)) {
      Backtest backtest =
          new Detecting(workspace)
              .alone((detection, site, clock, listener) ->
                  new Backtester(workspace.driver(), site, detection, clock)
                      .run(checked.draft(), checked.cases(), by, moment, listener));
      BacktestTable.print(backtest, System.out, format);
      List<String> objections = backtest.figures().objections();
      objections.forEach(worse -> Console.say("worse: " + worse));
      Console.say(
          backtest.id()
              + " of "
              + checked.draft().id()
              + " as of "
              + backtest.asOf()
              + " is recorded"
              + (objections.isEmpty() ? "; publish may be asked" : ", and speaks against it"));
      return objections.isEmpty() ? 0 : 1;
    }
  }

  private DetectorChecking.@Nullable Checked checked() {
    List<String> wrong = new ArrayList<>();
    try (DetectorChecking checking = new DetectorChecking()) {
      DetectorChecking.Checked checked =
          checking.check(file, problem -> wrong.add(problem.toString()));
      wrong.forEach(Console::say);
      return checked;
    }
  }
}
