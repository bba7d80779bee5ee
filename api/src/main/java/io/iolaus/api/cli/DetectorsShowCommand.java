package io.iolaus.api.cli;

import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.SiteDetectors;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus detectors show`.
@Command(
    name = "show",
    description = {
      "Prints the file of a detector: a beginning for one of your own. Says on standard error",
      "whether it can be run for some accounts alone."
    })
final class DetectorsShowCommand implements Callable<Integer> {

  @ParentCommand private DetectorsCommand detectors = new DetectorsCommand();

  @Parameters(paramLabel = "ID[@VERSION]", description = "Without VERSION: the one in use.")
  private String name = "";

  @Option(names = "--tests", description = "Its test file instead.")
  private boolean tests;

  @Override
  public Integer call() {
    DetectorName wanted = DetectorName.of(name);
    try (Workspace workspace = Workspace.openExisting(detectors.options())) {
      DetectorDraft draft = wanted.draft(new SiteDetectors(workspace.driver()));
      Console.say(DetectorName.forSomeAccounts(draft.file()));
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      out.print(tests ? draft.tests() : draft.text());
      out.flush();
    }
    return 0;
  }
}
