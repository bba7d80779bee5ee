package io.iolaus.api.cli;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.backtest.DetectorPublisher;
import io.iolaus.cypher.detector.DetectorVersion;
import io.iolaus.cypher.detector.SiteDetectors;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus detectors retire`.
@Command(
    name = "retire",
    description = {
      "Takes a detector out of use from the next run on, one that came with the program too.",
      "It stays readable, and runs again only when a higher version is published."
    })
final class DetectorsRetireCommand implements Callable<Integer> {

  @ParentCommand private DetectorsCommand detectors = new DetectorsCommand();

  @Parameters(paramLabel = "ID", description = "A detector.")
  private String id = "";

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who does so.")
  private String by = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason = "";

  @Override
  public Integer call() throws Exception {
    DetectorName name = DetectorName.of(id);
    if (name.version().isPresent()) {
      throw new CommandException("a detector is retired as a whole: write " + name.id());
    }
    try (Workspace workspace = Workspace.openExisting(detectors.options())) {
      DetectorPublisher publisher =
          new DetectorPublisher(
              workspace.driver(), new SiteDetectors(workspace.driver()), Clock.systemUTC());
      DetectorVersion retired =
          CommandAudit.of(AuditAct.RETIRE_DETECTOR, "detector", name.id(), reason, by)
              .around(workspace, () -> publisher.retire(name.id(), by, reason));
      Console.say(
          retired.id()
              + " is retired by "
              + retired.retiredBy()
              + ": the next run goes without it, and says so");
    }
    return 0;
  }
}
