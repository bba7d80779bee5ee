package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.DetectorAttempt.Ending;
import io.iolaus.cypher.detector.LinkResult.Status;
import io.iolaus.cypher.detector.safety.Narrowing;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.Driver;

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

  /// Digests of the statements that may run here.
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
    return run(new DetectorAttempt(driver, budget, judged, detector, params));
  }

  /// The links of a detector that changes of some accounts can have changed, with the defaults of
  /// its parameters; empty where its statement cannot be narrowed ([DetectorFile#narrowing]) or the
  /// database would not find its way by keys: then only a whole run says it.
  ///
  /// Let there be all links of a whole run before, and everything that changed since be accounts
  /// and what they are next to. Then those of them without a key that was [NarrowedResult#asked]
  /// for, and the links that are returned, are what a whole run would find now. It must be over the
  /// same window and by the same version of the detector: otherwise links change without accounts
  /// doing so. Budgets hold as for a whole run, for what is asked about.
  ///
  /// @param accounts ids of all accounts that changed in any way, by themselves or in a
  ///   relationship, what runs derive included; new ones and those that are gone, too
  /// @param keys keys of this detector's links before in which one of these accounts was; those of
  ///   links that are [Link#cut], of which not all members are known, always
  public Optional<NarrowedResult> runAbout(
      DetectorFile detector,
      DetectorWindow window,
      Collection<String> accounts,
      Collection<String> keys) {
    if (!(detector.narrowing() instanceof Narrowing.Possible narrowed)) {
      return Optional.empty();
    }
    Map<String, Object> params = DetectorParameters.resolve(detector, window, Map.of());
    NarrowedAttempt attempt =
        new NarrowedAttempt(driver, budget, judged, detector, params, narrowed, accounts, keys);
    LinkResult result = run(attempt);
    return attempt.mustBeWhole()
        ? Optional.empty()
        : Optional.of(new NarrowedResult(result, attempt.asked()));
  }

  /// The links of a detector after some accounts changed: what a whole run would find now, found by
  /// asking about these accounts where the detector allows it ({@link #runAbout}).
  ///
  /// @param accounts ids of all accounts that changed in any way, as for {@link #runAbout}
  /// @param known a complete run of the same version over the same window before they did
  public LinkResult update(
      DetectorFile detector, DetectorWindow window, Set<String> accounts, LinkResult known) {
    return new LinkUpdate(this, detector, window).of(known, accounts);
  }

  /// What some accounts use of the things that a detector links by; empty where its links are more
  /// than who uses a thing, or that cannot be read: then {@link #runAbout} tells.
  ///
  /// With it the links are known of all things of which the users were known before: those who are
  /// not asked about, and these.
  ///
  /// @param accounts ids
  Optional<AccountUses> usesOf(
      DetectorFile detector, DetectorWindow window, Collection<String> accounts) {
    if (!(detector.narrowing() instanceof Narrowing.Possible narrowed)
        || narrowed.uses().isEmpty()) {
      return Optional.empty();
    }
    Narrowing.Uses uses = narrowed.uses().get();
    Map<String, Object> params = DetectorParameters.resolve(detector, window, Map.of());
    UsesAttempt attempt = new UsesAttempt(driver, budget, judged, detector, params, uses, accounts);
    return run(attempt).status() == LinkResult.Status.COMPLETE
        ? Optional.of(
            new AccountUses(attempt.byKey(), uses.least(params), uses.leastThings(params)))
        : Optional.empty();
  }

  private static LinkResult run(DetectorAttempt attempt) {
    long start = System.nanoTime();
    DetectorFile detector = attempt.detector();
    Ending ending = within(detector.timeout().plus(GRACE), detector, attempt);
    LinkRows rows = attempt.rows();
    boolean usable = ending.status() != Status.FAILED;
    return new LinkResult(
        detector.id(),
        detector.version(),
        DetectorParameters.asText(attempt.params()),
        ending.status(),
        Optional.ofNullable(ending.reason()),
        usable ? rows.sorted() : List.of(),
        usable ? rows.members() : 0,
        Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private static Ending within(Duration patience, DetectorFile detector, DetectorAttempt attempt) {
    FutureTask<Ending> task = new FutureTask<>(attempt::run);
    Thread.ofVirtual().name("detector-" + detector.id()).start(task);
    try {
      return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      attempt.rows().close();
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
}
