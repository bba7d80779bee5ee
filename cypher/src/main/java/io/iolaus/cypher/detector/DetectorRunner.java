package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.LinkResult.Status;
import io.iolaus.cypher.detector.safety.Finding;
import io.iolaus.cypher.detector.safety.PlanSafety;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/// Runs detectors against a graph, read-only and within a budget.
///
/// The statement runs as a subquery of the engine's own ([#wrap]), in a reading transaction with a
/// timeout; its plan is judged before its first run. Instances may be shared between threads; each
/// run opens and closes a session of its own.
public final class DetectorRunner {
  private static final int FETCH_SIZE = 500;

  private final Driver driver;
  private final DetectorBudget budget;
  private final Set<String> planned = ConcurrentHashMap.newKeySet();

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
    LinkRows[] rows = {new LinkRows(detector, budget)};
    Ending ending;
    try (Session session = driver.session(reading())) {
      ending = judged(session, detector, params);
      if (ending == null) {
        ending =
            session.executeRead(
                tx -> {
                  rows[0] = new LinkRows(detector, budget); // the driver may retry
                  return read(() -> tx.run(query("", detector, params)), rows[0]);
                },
                within(detector.timeout()));
      }
    } catch (Ended e) {
      ending = e.ending;
    }
    boolean usable = ending.status != Status.FAILED;
    return new LinkResult(
        detector.id(),
        detector.version(),
        DetectorParameters.asText(params),
        ending.status,
        Optional.ofNullable(ending.reason),
        usable ? rows[0].sorted() : List.of(),
        usable ? rows[0].members() : 0,
        Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  /// What the database says against running this detector here; empty when it may run.
  public List<Finding> explain(DetectorFile detector) {
    DetectorWindow window = DetectorWindow.endingAt(java.time.Instant.EPOCH, Duration.ofDays(1));
    Map<String, Object> params = DetectorParameters.resolve(detector, window, Map.of());
    try (Session session = driver.session(reading())) {
      return explain(session, detector, params);
    }
  }

  /// The statement as it runs: around the author's, which hands over nodes, one that lets only ids
  /// travel.
  ///
  /// Cypher 25 is named so that a server's default cannot change what a detector means. All ids
  /// travel, whatever the cap: sorting them there costs the database a copy of the list for each of
  /// them.
  static String wrap(String statement) {
    return """
    CALL () {
    %s
    }
    RETURN key, type, facet, size(members) AS total,
      all(m IN members WHERE m:Account) AS accounts,
      [m IN members | m.id] AS members
    LIMIT $engineMaxRows\
    """
        .formatted(statement);
  }

  private @Nullable Ending judged(
      Session session, DetectorFile detector, Map<String, Object> params) {
    if (planned.contains(detector.digest())) {
      return null;
    }
    List<Finding> findings;
    try {
      findings = explain(session, detector, params);
    } catch (Neo4jException e) {
      return endingOf(e);
    }
    if (findings.isEmpty()) {
      planned.add(detector.digest());
      return null;
    }
    return new Ending(Status.FAILED, "refused: " + findings.getFirst());
  }

  private List<Finding> explain(
      Session session, DetectorFile detector, Map<String, Object> params) {
    return session.executeRead(
        tx -> PlanSafety.check(tx.run(query("EXPLAIN ", detector, params)).consume()),
        within(detector.timeout()));
  }

  private Query query(String mode, DetectorFile detector, Map<String, Object> params) {
    Map<String, Object> all = new TreeMap<>(params);
    all.put("engineMaxRows", budget.maxLinks() + 1); // one more shows that there are more
    return new Query("CYPHER 25 " + mode + wrap(detector.statement()), all);
  }

  private Ending read(java.util.function.Supplier<Result> run, LinkRows rows) {
    try {
      Result result = run.get();
      while (result.hasNext()) {
        if (!rows.add(result.next())) {
          return new Ending(Status.PARTIAL, "more than " + budget.maxLinks() + " links");
        }
      }
      return new Ending(Status.COMPLETE, null);
    } catch (LinkRows.BrokenContract e) {
      throw new Ended(new Ending(Status.FAILED, String.valueOf(e.getMessage())));
    } catch (Neo4jException e) {
      throw new Ended(endingOf(e));
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

  private static SessionConfig reading() {
    return SessionConfig.builder()
        .withDefaultAccessMode(AccessMode.READ)
        .withFetchSize(FETCH_SIZE)
        .build();
  }

  private static TransactionConfig within(Duration timeout) {
    return TransactionConfig.builder().withTimeout(timeout).build();
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
