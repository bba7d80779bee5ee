package io.iolaus.api.cases;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.cases.AttachmentName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedRuntimeException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Attaches bytes to cases and takes them away. First the bytes are safe, then the graph knows of
/// them; first the graph knows that they are gone, then they are.
@Component
final class AttachmentStore {

  private static final Logger log = LoggerFactory.getLogger(AttachmentStore.class);

  private final CaseTransactions transactions;
  private final CaseHistory history;
  private final AttachmentNodes attachments;
  private final AttachmentFiles files;
  private final Clock clock;

  AttachmentStore(
      CaseTransactions transactions,
      CaseHistory history,
      AttachmentNodes attachments,
      AttachmentFiles files,
      Clock clock) {
    this.transactions = transactions;
    this.history = history;
    this.attachments = attachments;
    this.files = files;
    this.clock = clock;
  }

  /// Attaches bytes that came in; returns the number of the attachment.
  long attach(String id, String name, AttachmentFiles.Incoming incoming, String by) {
    boolean known = false;
    try {
      long attached =
          transactions.run(() -> {
            long number = history.begin(id);
            ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
            lock(incoming.sha256());
            files.place(incoming);
            AttachmentNode saved =
                attachments.save(
                    new AttachmentNode(
                        id + "/" + number,
                        number,
                        AttachmentName.safe(name),
                        incoming.bytes(),
                        incoming.sha256(),
                        by,
                        now,
                        null,
                        null,
                        null));
            history.attached(
                new CaseHistory.Act(id, number, "attached", by, now), null, saved.seq());
            return number;
          });
      known = true;
      return attached;
    } finally {
      if (!known) {
        release(incoming.sha256());
      }
    }
  }

  /// Takes an attachment away: that it was there stays, its bytes go with the last one that has
  /// them.
  void remove(String id, long number, String reason, String by) {
    AttachmentNode removed =
        transactions.run(() -> {
          long happened = history.begin(id);
          AttachmentNode before =
              attachments.findById(id + "/" + number).orElseThrow(() -> unknown(id, number));
          if (before.removedAt() != null) {
            throw gone(number);
          }
          ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
          history.attached(
              new CaseHistory.Act(id, happened, "attachment-removed", by, now), reason, number);
          return attachments.save(before.removed(by, now, reason));
        });
    release(removed.sha256());
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual().name("attachments").start(this::tidy);
  }

  /// Deletes what a process that was killed left behind: parts, and bytes that were taken away.
  private void tidy() {
    try {
      files.deleteAbandoned(clock.instant());
      Set<String> removed =
          attachments.findByRemovedAtIsNotNull().stream()
              .map(AttachmentNode::sha256)
              .filter(files::has)
              .collect(Collectors.toSet());
      removed.forEach(this::release);
    } catch (IOException | Neo4jException | NestedRuntimeException | IllegalStateException e) {
      log.warn("attachments are tidied at the next start: {}", e.getMessage());
    }
  }

  /// Deletes bytes that no attachment has. Should it fail, the next start does it.
  private void release(String sha256) {
    try {
      transactions.run(() -> {
        long needed = lock(sha256);
        if (needed == 0) {
          files.delete(sha256);
        }
        return needed;
      });
    } catch (Neo4jException | UncheckedIOException e) {
      log.warn("bytes of an attachment are deleted at the next start: {}", e.getMessage());
    }
  }

  private long lock(String sha256) {
    return transactions.number("writes/case/attachment-lock", Map.of("sha256", sha256));
  }

  static ProblemException unknown(String id, long number) {
    return ProblemException.notFound(
        "attachment-not-found", "There is no attachment %d in %s".formatted(number, id));
  }

  static ProblemException gone(long number) {
    return new ProblemException(
        new Problem(
            HttpStatus.CONFLICT,
            "attachment-removed",
            "Attachment %d was taken away".formatted(number)));
  }
}
