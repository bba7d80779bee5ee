package io.iolaus.api.cli;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditActor;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.cypher.audit.AuditLog;
import io.iolaus.cypher.backtest.PublishRefusedException;
import io.iolaus.cypher.detector.InvalidDetectorsException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// What a command does, for the audit. Who does it is who the operating system says; whom `--by`
/// names is a detail.
///
/// @param type what kind of thing it is done to, empty for none
/// @param object its id
record CommandAudit(
    AuditAct act, String type, String object, @Nullable String reason, Map<String, String> detail) {

  static CommandAudit of(AuditAct act, String type, String object) {
    return new CommandAudit(act, type, object, null, Map.of());
  }

  static CommandAudit of(
      AuditAct act, String type, String object, @Nullable String reason, String by) {
    return new CommandAudit(act, type, object, reason, Map.of("by", by));
  }

  static AuditLog log(Workspace workspace) {
    return new AuditLog(workspace.driver(), workspace.home(), Clock.systemUTC());
  }

  /// Records it; afterwards it may be done.
  void record(Workspace workspace) {
    try (AuditLog log = log(workspace)) {
      log.append(note(AuditOutcome.ALLOWED));
    }
  }

  /// Does what changes something, and records what became of it.
  <T> T around(Workspace workspace, Callable<T> work) throws Exception {
    try (AuditLog log = log(workspace)) {
      AuditLog.Begun begun = log.begin(note(AuditOutcome.UNKNOWN));
      AuditOutcome outcome = AuditOutcome.FAILED;
      try {
        T result = work.call();
        outcome = AuditOutcome.ALLOWED;
        return result;
      } catch (CommandException
          | IllegalArgumentException
          | InvalidDetectorsException
          | PublishRefusedException e) {
        outcome = AuditOutcome.REFUSED;
        throw e;
      } finally {
        log.end(begun, note(outcome));
      }
    }
  }

  private AuditNote note(AuditOutcome outcome) {
    AuditActor actor = AuditActor.ofCommand(System.getProperty("user.name", "?"));
    return AuditNote.of(actor, act, type, object, outcome, reason, detail);
  }
}
