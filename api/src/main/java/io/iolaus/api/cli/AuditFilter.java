package io.iolaus.api.cli;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.cypher.audit.AuditQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say which entries of the audit.
final class AuditFilter {

  @Option(names = "--actor", paramLabel = "NAME", description = "Whose; cli:NAME for commands.")
  private @Nullable String actor;

  @Option(names = "--act", paramLabel = "ACT", description = "As read-members or decide.")
  private @Nullable String act;

  @Option(names = "--object", paramLabel = "ID", description = "What it was done to.")
  private @Nullable String object;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "allowed, refused, failed or unknown.")
  private @Nullable String outcome;

  @Option(names = "--from", paramLabel = "TIME", description = "As 2026-06-01T00:00:00Z.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Before this time.")
  private @Nullable String to;

  AuditQuery query() {
    return new AuditQuery(
        actor,
        act == null
            ? null
            : AuditAct.of(act).orElseThrow(() -> new CommandException("there is no act " + act)),
        null,
        object,
        outcome == null
            ? null
            : AuditOutcome.of(outcome)
                .orElseThrow(() ->
                    new CommandException(
                        "--outcome must be allowed, refused, failed or unknown, was " + outcome)),
        from == null ? null : Moments.of("--from", from),
        to == null ? null : Moments.of("--to", to));
  }
}
