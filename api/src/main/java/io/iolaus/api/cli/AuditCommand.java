package io.iolaus.api.cli;

import io.iolaus.api.cli.output.AuditTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditAnchor;
import io.iolaus.core.audit.AuditKey;
import io.iolaus.core.audit.AuditVerifier;
import io.iolaus.core.audit.SealedEntry;
import io.iolaus.cypher.audit.AuditCheck;
import io.iolaus.cypher.audit.AuditLog;
import io.iolaus.cypher.audit.AuditReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `iolaus audit`: who did what, and whether the record of it is whole.
@Command(
    name = "audit",
    description = "Who did what: verify the record, list it, export it, or print its head.")
final class AuditCommand implements Runnable {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "verify",
      description = {
        "Verifies the chain against the anchors of the home, and says where it is broken.",
        "Ends with 1 where something is wrong."
      })
  int verify(
      @Option(
              names = "--anchors",
              paramLabel = "FILE",
              description =
                  "A copy of anchors that was kept elsewhere; may be given several times.")
          List<Path> copies)
      throws IOException {
    try (Workspace workspace = Workspace.openExisting(options)) {
      List<Path> anchors = new ArrayList<>();
      anchors.add(workspace.home().auditAnchors());
      for (Path copy : copies == null ? List.<Path>of() : copies) {
        if (!Files.isReadable(copy)) {
          throw new CommandException(
              "cannot read " + copy + ": check the path, its owner and mode");
        }
        anchors.add(copy);
      }
      AuditVerifier.Result result =
          AuditCheck.verify(workspace.driver(), List.of(key(workspace)), anchors);
      result
          .findings()
          .forEach(finding ->
              System.out.println(
                  finding.kind().text() + "," + finding.seq() + "," + finding.text()));
      System.out.flush();
      say(result);
      List<AuditLog.Begun> begun =
          new AuditReader(workspace.driver()).begun(Clock.systemUTC().instant());
      if (!begun.isEmpty()) {
        Console.say(
            begun.size()
                + " acts have begun and not ended; an hour after they began they get an entry");
      }
      return result.whole() ? 0 : Program.FAILED;
    }
  }

  private static void say(AuditVerifier.Result result) {
    long wrong = result.counts().values().stream().mapToLong(Long::longValue).sum();
    Console.say(
        String.format(
            Locale.ROOT,
            "%,d entries, the last %,d, anchored to %,d: %s",
            result.entries(),
            result.last().seq(),
            result.anchored(),
            wrong == 0 ? "whole" : wrong + " findings"));
  }

  @Command(
      name = "head",
      description = {
        "Prints the chain's head as a sealed line, to be kept where nobody here can write:",
        "`audit verify --anchors FILE` takes files of such lines."
      })
  int head() {
    try (Workspace workspace = Workspace.openExisting(options)) {
      Instant now = Clock.systemUTC().instant();
      System.out.println(
          AuditAnchor.of(new AuditReader(workspace.driver()).head(), now, key(workspace)).line());
      System.out.flush();
    }
    return 0;
  }

  @Command(name = "list", description = "Prints the latest entries, the latest first.")
  int list(
      @Mixin AuditFilter filter,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "At most so many; default: ${DEFAULT-VALUE}.")
          int limit)
      throws IOException {
    if (limit < 1 || limit > 10_000) {
      throw new CommandException("--limit must be 1..10000, was " + limit);
    }
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    try (Workspace workspace = Workspace.openExisting(options)) {
      CommandAudit.of(AuditAct.READ_AUDIT, "", "").record(workspace);
      List<SealedEntry> entries =
          new AuditReader(workspace.driver()).page(filter.query(), limit, null).items();
      AuditTable.print(entries::forEach, System.out, format);
    }
    return 0;
  }

  @Command(
      name = "export",
      description = "Prints all entries with hashes and seals, the earliest first; csv or ndjson.")
  int export(@Mixin AuditFilter filter) throws IOException {
    OutputFormat format = options.format(OutputFormat.NDJSON, OutputFormat.CSV);
    try (Workspace workspace = Workspace.openExisting(options)) {
      CommandAudit.of(AuditAct.EXPORT, "audit", "").record(workspace);
      AuditReader reader = new AuditReader(workspace.driver());
      AuditTable.print(entries -> reader.each(filter.query(), entries), System.out, format);
    }
    return 0;
  }

  private static AuditKey key(Workspace workspace) {
    return AuditKey.of(workspace.home().auditKey());
  }
}
