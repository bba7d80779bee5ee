package io.iolaus.api.cli;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.suppression.Scope;
import io.iolaus.cypher.suppression.SuppressionWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus suppress`.
@Command(
    name = "suppress",
    description = {
      "Keeps something out of evidence or out of lists until a day:",
      "  TYPE:ID as ip:203.0.113.7    a shared thing: carries no evidence",
      "  detector:ID[/TYPE:ID]        what one detector finds, or finds of one thing",
      "  account:ID                   not labelled and not listed",
      "  c-…                          a cluster: not listed and not exported"
    })
final class SuppressCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Parameters(index = "0", paramLabel = "SCOPE", description = "What, as above.")
  private String scope = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason = "";

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who answers for it.")
  private String by = "";

  @Option(
      names = "--until",
      paramLabel = "DAY",
      required = true,
      description = "When it ends, as 2026-12-31 or a time; at most 400 days from now.")
  private String until = "";

  @Override
  public Integer call() throws Exception {
    Scope what = Scope.parse(scope);
    Instant end = end();
    try (Workspace workspace = Workspace.openExisting(options)) {
      SuppressionWriter writer = new SuppressionWriter(workspace.driver(), Clock.systemUTC());
      List<String> detectors =
          new SiteDetectors(workspace.driver())
              .catalog().all().stream().map(DetectorFile::id).toList();
      String id =
          CommandAudit.of(AuditAct.SUPPRESS, "scope", scope, reason, by)
              .around(
                  workspace,
                  () ->
                      SuppressionsCommand.done(writer.suppress(what, reason, by, end, detectors)));
      Console.say(id + " holds until " + end + ": `iolaus suppressions` says what it hides");
      System.out.println(id);
    }
    return 0;
  }

  private Instant end() {
    try {
      return LocalDate.parse(until).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException notADay) {
      return Moments.of("--until", until);
    }
  }
}
