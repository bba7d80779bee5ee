package io.iolaus.cypher.read;

import io.iolaus.cypher.statement.Statements;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/// Runs the statements of `cypher/queries`: one session, one transaction, one statement for each
/// call. May be shared by threads.
public final class GraphReader {

  private static final SessionConfig READ =
      SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

  /// A click that takes longer than this is a mistake of ours, and must not hold the database up.
  private static final Duration CLICK = Duration.ofSeconds(30);

  /// A large result may take longer, but not for ever.
  private static final Duration STREAM = Duration.ofHours(1);

  private static final int ATTEMPTS = 3;

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Driver driver;

  public GraphReader(Driver driver) {
    this.driver = driver;
  }

  /// All rows of a small result. What can be retried is retried, but briefly: the driver's own
  /// transactions would go on for half a minute, and who clicks would rather hear that the database
  /// is gone.
  public <T> List<T> list(
      String statement,
      Map<String, ? extends @Nullable Object> parameters,
      Function<Record, T> row) {
    String text = Statements.load(statement);
    Map<String, Object> values = unchecked(parameters);
    for (int attempt = 1; ; attempt++) {
      try (var session = driver.session(READ)) {
        // Mapped here, not in list(row): the driver may call that on its network thread, where a
        // row that asks the
        // graph again would wait for itself.
        List<Record> records = session.run(text, values, within(CLICK)).list();
        return records.stream().map(row).toList();
      } catch (Neo4jException e) {
        if (!(e instanceof RetryableException) || attempt == ATTEMPTS) {
          throw e;
        }
        pause();
      }
    }
  }

  /// With a timeout in the database: its own budget, or what the [Deadline] leaves.
  private static TransactionConfig within(Duration budget) {
    return TransactionConfig.builder().withTimeout(Deadline.left(budget)).build();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The first row, or empty where there is none.
  public <T> Optional<T> first(
      String statement,
      Map<String, ? extends @Nullable Object> parameters,
      Function<Record, T> row) {
    return list(statement, parameters, row).stream().findFirst();
  }

  /// One page of a statement that answers with one row: `total`, and `rows` (maps) of which there
  /// is one more than `$limit` asks for where there are more pages; `$afterKey` says where to go
  /// on.
  ///
  /// @param key of a row, for the page after it
  public <T> Page<T> page(
      String statement,
      Map<String, ? extends @Nullable Object> parameters,
      int limit,
      @Nullable PageKey after,
      Function<Value, PageKey> key,
      Function<Value, T> row) {
    Map<String, @Nullable Object> all = new HashMap<>(parameters);
    all.put("limit", limit + 1);
    all.put("afterKey", after == null ? null : after.value());
    return first(
            statement,
            all,
            r -> {
              Page<Value> page =
                  Page.of(r.get("rows").asList(v -> v), limit, r.get("total").asLong(), key);
              return new Page<>(page.items().stream().map(row).toList(), page.total(), page.next());
            })
        .orElseThrow();
  }

  /// Hands over each row of a large result as it comes. It is never retried: rows that were handed
  /// over cannot be taken back. The database ends it after an hour.
  public void each(
      String statement,
      Map<String, ? extends @Nullable Object> parameters,
      Consumer<Record> consumer) {
    String text = Statements.load(statement);
    try (var session = driver.session(READ)) {
      session.run(text, unchecked(parameters), within(STREAM)).forEachRemaining(consumer);
    }
  }

  /// The driver takes null values in parameters but does not say so.
  @SuppressWarnings({"unchecked", "NullAway"})
  private static Map<String, Object> unchecked(Map<String, ? extends @Nullable Object> parameters) {
    return (Map<String, Object>) parameters;
  }
}
