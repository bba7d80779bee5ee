package io.iolaus.cypher.write;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/// Runs work in write transactions, again where the database says that trying again may help (another
/// transaction held a lock, the leader changed). Each transaction sees all earlier ones of this writer.
/// Safe for use by several threads.
public final class GraphWriter {

  private final Driver driver;
  private final BookmarkManager bookmarks =
      BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());
  private final AtomicLong retries = new AtomicLong();

  /// @param driver stays the caller's to close
  public GraphWriter(Driver driver) {
    this.driver = driver;
  }

  /// Runs work in one transaction. The work may run more than once and must not change what it is
  /// given, or do so only in ways that a second run undoes.
  public <T> T write(Function<GraphTransaction, T> work) {
    AtomicLong runs = new AtomicLong();
    try (Session session =
        driver.session(SessionConfig.builder().withBookmarkManager(bookmarks).build())) {
      return session.executeWrite(
          transaction -> {
            if (runs.getAndIncrement() > 0) {
              retries.incrementAndGet();
            }
            return work.apply(new GraphTransaction(transaction));
          });
    }
  }

  /// How many runs were not the first of their work.
  public long retries() {
    return retries.get();
  }
}
