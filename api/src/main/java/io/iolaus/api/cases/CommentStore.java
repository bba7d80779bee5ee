package io.iolaus.api.cases;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.cases.CaseTexts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Writes comments. They are changed and deleted by who wrote them alone.
@Component
final class CommentStore {

  private final CaseTransactions transactions;
  private final CaseHistory history;
  private final CommentNodes comments;
  private final Clock clock;

  CommentStore(
      CaseTransactions transactions, CaseHistory history, CommentNodes comments, Clock clock) {
    this.transactions = transactions;
    this.history = history;
    this.comments = comments;
    this.clock = clock;
  }

  /// Writes a comment; returns its number.
  long write(String id, String text, String by) {
    String written = CaseTexts.comment(text);
    return transactions.run(() -> {
      ZonedDateTime now = now();
      long number = history.begin(id);
      CommentNode saved =
          comments.save(
              new CommentNode(id + "/" + number, null, number, by, now, written, null, null));
      history.commented(new CaseHistory.Act(id, number, "commented", by, now), saved.seq());
      transactions.acted("comment %d of %s".formatted(number, id));
      return number;
    });
  }

  /// Changes a comment that is as it was read.
  void edit(String id, long number, String text, long version, String by) {
    String written = CaseTexts.comment(text);
    try {
      transactions.run(() -> {
        long happened = history.begin(id);
        CommentNode before = own(id, number, by);
        if (!Objects.equals(before.version(), version)) {
          throw outdated(number, null);
        }
        ZonedDateTime now = now();
        history.commented(
            new CaseHistory.Act(id, happened, "comment-edited", by, now), before.seq());
        return comments.save(before.edited(written, now));
      });
    } catch (OptimisticLockingFailureException e) {
      throw outdated(number, e);
    }
  }

  /// Deletes a comment; that it was there stays.
  void delete(String id, long number, String by) {
    transactions.run(() -> {
      long happened = history.begin(id);
      CommentNode before = own(id, number, by);
      ZonedDateTime now = now();
      history.commented(
          new CaseHistory.Act(id, happened, "comment-deleted", by, now), before.seq());
      return comments.save(before.deleted(now));
    });
  }

  private CommentNode own(String id, long number, String by) {
    CommentNode comment =
        comments.findById(id + "/" + number).orElseThrow(() -> unknown(id, number));
    if (comment.text() == null) {
      throw refused(
          HttpStatus.CONFLICT, "comment-deleted", "Comment " + number + " was deleted before");
    }
    if (!comment.by().equals(by)) {
      throw refused(
          HttpStatus.FORBIDDEN,
          "comment-of-another",
          "Comment %d is by %s, who alone may change it".formatted(number, comment.by()));
    }
    return comment;
  }

  static ProblemException unknown(String id, long number) {
    return ProblemException.notFound(
        "comment-not-found", "There is no comment %d in %s".formatted(number, id));
  }

  private static ProblemException outdated(long number, @Nullable Throwable cause) {
    ProblemException problem =
        refused(
            HttpStatus.PRECONDITION_FAILED,
            "comment-changed",
            "Comment %d was changed meanwhile; read it again".formatted(number));
    if (cause != null) {
      problem.initCause(cause);
    }
    return problem;
  }

  private static ProblemException refused(HttpStatus status, String code, String detail) {
    return new ProblemException(new Problem(status, code, detail));
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(ZoneOffset.UTC);
  }
}
