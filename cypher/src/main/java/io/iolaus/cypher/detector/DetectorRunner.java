package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.LinkResult.Status;
import io.iolaus.cypher.detector.safety.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/// Runs detectors against a graph, read-only and within a budget.
///
/// The statement runs as a subquery of the engine's own ([DetectorJudge#query]), in a reading
/// transaction with a timeout; text and plan are judged before its first run. Time is kept here
/// too, from the first question to the last row: the database stops a statement only between rows,
/// so where it does not answer in time the connection is closed and the run ends without it.
/// Instances may be shared between threads; each run opens and closes a session of its own.
public final class DetectorRunner {

  /// How long the database may take to stop what has been too long, before it is left alone.
  private static final Duration GRACE = Duration.ofMillis(1_500);

  private final Driver driver;
  private final DetectorBudget budget;
  private final Set<String> judged = ConcurrentHashMap.newKeySet();

  public DetectorRunner(Driver driver) {
    this(driver, DetectorBudget.DEFAULT);
  }

  public DetectorRunner(Driver driver, DetectorBudget budget) {
    this.driver = driver;
    this.budget = budget;
  }

  /// Runs one detector over a window, with the defaults of its parameters.
  ///
  /// A statement that fails or goes beyond its budget is an outcome, not an exception; a database
  /// that cannot be reached is the driver's exception.
  public LinkResult run(DetectorFile detector, DetectorWindow window) {
    return run(detector, window, Map.of());
  }

  /// Runs one detector with other values for some of its parameters, as they would be written in a
  /// file.
  ///
  /// @throws IllegalArgumentException for a parameter it does not have, or a value out of range
  public LinkResult run(DetectorFile detector, DetectorWindow window, Map<String, String> values) {
    Map<String, Object> params = DetectorParameters.resolve(detector, window, values);
    long start = System.nanoTime();
    Attempt attempt = new Attempt(detector, params, start + detector.timeout().toNanos());
    Ending ending = within(detector.timeout().plus(GRACE), detector, attempt);
    LinkRows rows = attempt.rows;
    boolean usable = ending.status != Status.FAILED;
    return new LinkResult(
        detector.id(),
        detector.version(),
        DetectorParameters.asText(params),
        ending.status,
        Optional.ofNullable(ending.reason),
        usable ? rows.sorted() : List.of(),
        usable ? rows.members() : 0,
        Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private static Ending within(Duration patience, DetectorFile detector, Attempt attempt) {
    FutureTask<Ending> task = new FutureTask<>(attempt::run);
    Thread.ofVirtual().name("detector-" + detector.id()).start(task);
    try {
      return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      attempt.rows.close();
      task.cancel(true); // interrupted, the driver closes the connection
      return new Ending(Status.PARTIAL, "out of time, and the database did not stop it");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while detector " + detector.id() + " ran", e);
    }
  }

  /// One run in a thread of its own.
  private final class Attempt {
    private final DetectorFile detector;
    private final Map<String, Object> params;
    private final long deadline;
    private volatile LinkRows rows;

    Attempt(DetectorFile detector, Map<String, Object> params, long deadline) {
      this.detector = detector;
      this.params = params;
      this.deadline = deadline;
      this.rows = new LinkRows(detector, budget);
    }

    Ending run() {
      try (Session session = driver.session(DetectorJudge.reading())) {
        Ending refused = refused(session);
        return refused != null ? refused : read(session);
      } catch (Ended e) {
        return e.ending;
      } catch (Neo4jException e) {
        return endingOf(e); // the time may be up between the last row and the end
      }
    }

    private @Nullable Ending refused(Session session) {
      if (judged.contains(detector.digest())) {
        return null;
      }
      List<Finding> findings = DetectorJudge.findings(session, detector, remaining());
      if (findings.isEmpty()) {
        judged.add(detector.digest());
        return null;
      }
      return new Ending(Status.FAILED, "refused: " + findings.getFirst());
    }

    private Ending read(Session session) {
      return session.executeRead(
          tx -> {
            rows = new LinkRows(detector, budget); // the driver may retry
            return read(() -> tx.run(DetectorJudge.query("", detector, params, budget)));
          },
          TransactionConfig.builder().withTimeout(remaining()).build());
    }

    private Ending read(java.util.function.Supplier<Result> run) {
      try {
        Result result = run.get();
        while (result.hasNext()) {
          Optional<String> beyond = rows.add(result.next());
          if (beyond.isPresent()) {
            return new Ending(Status.PARTIAL, beyond.get());
          }
          if (System.nanoTime() > deadline) {
            return new Ending(Status.PARTIAL, "out of time");
          }
        }
        return new Ending(Status.COMPLETE, null);
      } catch (LinkRows.BrokenContract e) {
        throw new Ended(new Ending(Status.FAILED, String.valueOf(e.getMessage())));
      } catch (Neo4jException e) {
        throw new Ended(endingOf(e));
      }
    }

    /// At least a moment: none at all would mean no limit.
    private Duration remaining() {
      return Duration.ofMillis(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
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

  private record Ending(Status status, @Nullable String reason) {}

  /// Leaves a transaction function without its transaction being retried or committed.
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Ending ending;

    Ended(Ending ending) {
      super(null, null, false, false);
      this.ending = ending;
    }
  }
}
