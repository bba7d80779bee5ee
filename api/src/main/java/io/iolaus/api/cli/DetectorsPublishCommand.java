package io.iolaus.api.cli;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.backtest.DetectorPublisher;
import io.iolaus.cypher.detector.DetectorVersion;
import io.iolaus.cypher.detector.SiteDetectors;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus detectors publish`.
@Command(
    name = "publish",
    description = {
      "With a FILE: puts it forward, if its backtest does not speak against it. With ID@VERSION:",
      "publishes what somebody else put forward; it runs from then on, in all processes of the"
          + " site."
    })
final class DetectorsPublishCommand implements Callable<Integer> {

  @ParentCommand private DetectorsCommand detectors = new DetectorsCommand();

  @Parameters(paramLabel = "FILE|ID@VERSION", description = "What to put forward, or to publish.")
  private String what = "";

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who does so.")
  private String by = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for whoever is to approve it.")
  private @Nullable String reason;

  @Override
  public Integer call() throws Exception {
    try (Workspace workspace = Workspace.openExisting(detectors.options())) {
      AuditAct act =
          DetectorName.isFile(what) ? AuditAct.PROPOSE_DETECTOR : AuditAct.APPROVE_DETECTOR;
      return CommandAudit.of(act, "detector", what, reason, by)
          .around(workspace, () -> publish(workspace));
    }
  }

  private int publish(Workspace workspace) throws IOException {
    SiteDetectors site = new SiteDetectors(workspace.driver());
    DetectorPublisher publisher =
        new DetectorPublisher(workspace.driver(), site, Clock.systemUTC());
    if (DetectorName.isFile(what)) {
      DetectorVersion version = publisher.propose(DetectorName.file(what), by, reason);
      Console.say(
          version.id()
              + " is "
              + version.status().text()
              + " by "
              + version.author()
              + (version.status() == DetectorVersion.State.PROPOSED
                  ? ": somebody else publishes it with `iolaus detectors publish "
                      + version.id()
                      + " --by NAME`"
                  : ""));
      return 0;
    }
    DetectorName name = DetectorName.of(what);
    int version =
        name.version()
            .orElseThrow(() ->
                new CommandException("name the version, as " + name.id() + "@2, or give a file"));
    DetectorVersion published = publisher.approve(name.id(), version, by);
    Console.say(
        published.id()
            + " is published: written by "
            + published.author()
            + ", approved by "
            + published.approvedBy()
            + " on "
            + published.backtest());
    return 0;
  }
}
