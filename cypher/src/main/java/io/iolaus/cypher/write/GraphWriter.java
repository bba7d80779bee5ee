package io.iolaus.cypher.write;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.TransientException;

/// Runs work in write transactions, again where the database says that trying again may help
/// (another transaction held a lock, the leader changed) or does not answer, within {@link
/// RetryLimits}. Each transaction sees all earlier ones of this writer. Safe for use by several
/// threads.
public final class GraphWriter implements GraphStore {

  /// How a database that is being stopped ends what is under way.
  private static final String TERMINATED = "Neo.ClientError.Transaction.Terminated";

  private static final Duration LONGEST_SLEEP = Duration.ofMillis(200);

  private final Driver driver;
  private final RetryLimits limits;
  private final Outage outage;
  private final AtomicLong retries = new AtomicLong();
  private volatile BookmarkManager bookmarks = newBookmarks();
  private volatile boolean answered;

  /// With the limits of the environment, telling nobody.
  ///
  /// @param driver stays the caller's to close
  public GraphWriter(Driver driver) {
    this(driver, RetryLimits.ofEnvironment(), OutageListener.NONE);
  }

  /// @param driver stays the caller's to close
  /// @param listener hears that the database has stopped answering, and that it answers again
  public GraphWriter(Driver driver, RetryLimits limits, OutageListener listener) {
    this.driver = driver;
    this.limits = limits;
    outage = new Outage(listener);
  }

  private static BookmarkManager newBookmarks() {
    return BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());
  }

  /// Forgets which transactions came before: the database has another store, which knows none of
  /// them and would be waited for.
  public void storeReplaced() {
    bookmarks = newBookmarks();
  }

  /// Runs work in one transaction. The work may run more than once, also where an earlier run was
  /// committed and only the answer was lost: it must find that out itself. It must not change what
  /// it is given, or do so only in ways that a second run undoes.
  ///
  /// @throws Neo4jException the last error, when patience is at its end or trying again is no use
  @Override
  public <T> T write(Function<GraphTransaction, T> work) {
    // Not the driver's own retries: they tell nobody, and wait a second for a lock held for less.
    long deadline = 0;
    for (int run = 1; ; run++) {
      try {
        T result = once(work);
        answered = true;
        outage.ends();
        return result;
      } catch (Neo4jException e) {
        long now = System.nanoTime();
        Duration patience = answered ? limits.patience() : limits.forFirstAnswer();
        deadline = run == 1 ? now + patience.toNanos() : deadline;
        if (!mayHelp(e) || now - deadline >= 0) {
          throw e;
        }
        if (!(e instanceof TransientException)) {
          outage.begins(patience);
        }
        pause(run, e);
        retries.incrementAndGet();
      }
    }
  }

  private <T> T once(Function<GraphTransaction, T> work) {
    SessionConfig config = SessionConfig.builder().withBookmarkManager(bookmarks).build();
    try (Session session = driver.session(config);
        Transaction transaction = session.beginTransaction()) {
      T result = work.apply(new DatabaseTransaction(transaction));
      transaction.commit();
      return result;
    }
  }

  private static boolean mayHelp(Neo4jException e) {
    @Nullable String code = e.code();
    return e instanceof RetryableException || TERMINATED.equals(code);
  }

  private void pause(int run, Neo4jException cause) {
    // Of two that waited for each other, one should come first this time.
    long share = ThreadLocalRandom.current().nextLong(50, 101);
    long end = System.nanoTime() + limits.before(run).multipliedBy(share).dividedBy(100).toNanos();
    try {
      for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        if (outage.isGivenUp()) {
          throw cause;
        }
        Thread.sleep(Duration.ofNanos(Math.min(left, LONGEST_SLEEP.toNanos())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }

  /// How many runs were not the first of their work.
  public long retries() {
    return retries.get();
  }
}
