package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.LinkResult.Status;
import io.iolaus.cypher.detector.safety.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/// One run of one detector, in a thread of its own: one session, one reading transaction.
class DetectorAttempt {
  private final Driver driver;
  private final DetectorBudget budget;
  private final Set<String> judged;
  private final DetectorFile detector;
  private final Map<String, Object> params;
  private final long deadline;
  private volatile LinkRows rows;

  /// @param judged digests of the statements that may run; those that this one asks for come in
  DetectorAttempt(
      Driver driver,
      DetectorBudget budget,
      Set<String> judged,
      DetectorFile detector,
      Map<String, Object> params) {
    this.driver = driver;
    this.budget = budget;
    this.judged = judged;
    this.detector = detector;
    this.params = Map.copyOf(params);
    this.deadline = System.nanoTime() + detector.timeout().toNanos();
    this.rows = new LinkRows(detector, budget);
  }

  /// How a run ended, and why if it did not end well.
  record Ending(Status status, @Nullable String reason) {
    static final Ending COMPLETE = new Ending(Status.COMPLETE, null);
  }

  final DetectorFile detector() {
    return detector;
  }

  final Map<String, Object> params() {
    return params;
  }

  final LinkRows rows() {
    return rows;
  }

  final Ending run() {
    try (Session session = driver.session(DetectorJudge.reading())) {
      Ending refused = refused(session);
      return refused != null ? refused : read(session);
    } catch (Ended e) {
      return e.ending;
    } catch (Neo4jException e) {
      return endingOf(e); // the time may be up between the last row and the end
    }
  }

  /// How it ends if it may not run at all; null if it may.
  @Nullable Ending refused(Session session) {
    return refused(detector.digest(), () -> DetectorJudge.findings(session, detector, remaining()));
  }

  final @Nullable Ending refused(String digest, Supplier<List<Finding>> judge) {
    if (judged.contains(digest)) {
      return null;
    }
    List<Finding> findings = judge.get();
    if (findings.isEmpty()) {
      judged.add(digest);
      return null;
    }
    return new Ending(Status.FAILED, "refused: " + findings.getFirst());
  }

  private Ending read(Session session) {
    return session.executeRead(
        tx -> {
          rows = new LinkRows(detector, budget); // the driver may retry
          try {
            return read(tx);
          } catch (LinkRows.BrokenContract e) {
            throw new Ended(new Ending(Status.FAILED, String.valueOf(e.getMessage())));
          } catch (Neo4jException e) {
            throw new Ended(endingOf(e));
          }
        },
        TransactionConfig.builder().withTimeout(remaining()).build());
  }

  /// Reads the links.
  Ending read(TransactionContext tx) {
    return links(tx, detector.statement(), params);
  }

  final Ending links(TransactionContext tx, String statement, Map<String, Object> values) {
    Result result = tx.run(DetectorJudge.query("", statement, values, budget));
    while (result.hasNext()) {
      Optional<String> beyond = rows.add(result.next());
      if (beyond.isPresent()) {
        return new Ending(Status.PARTIAL, beyond.get());
      }
      if (isLate()) {
        return new Ending(Status.PARTIAL, "out of time");
      }
    }
    return Ending.COMPLETE;
  }

  final boolean isLate() {
    return System.nanoTime() > deadline;
  }

  /// At least a moment: none at all would mean no limit.
  final Duration remaining() {
    return Duration.ofMillis(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
  }

  /// How an error ended the run; rethrows what says nothing about the detector, for the driver to
  /// retry or pass on.
  private static Ending endingOf(Neo4jException e) {
    String code = String.valueOf(e.code());
    if (code.contains("TransactionTimedOut")) {
      return new Ending(Status.PARTIAL, "out of time");
    }
    if (code.contains("OutOfMemory") || code.contains("MemoryPool")) {
      return new Ending(Status.PARTIAL, "out of memory");
    }
    if (code.contains("Terminated")) {
      return new Ending(Status.PARTIAL, "terminated by the database");
    }
    if (e instanceof RetryableException
        || e instanceof ServiceUnavailableException
        || e instanceof AuthenticationException) {
      throw e;
    }
    return new Ending(Status.FAILED, code + ": " + e.getMessage());
  }

  /// Leaves a transaction function without its transaction being retried or committed.
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Ending ending;

    Ended(Ending ending) {
      super(null, null, false, false);
      this.ending = ending;
    }
  }
}
