package io.iolaus.api.cases;

import io.iolaus.cypher.once.OnceClaim;
import io.iolaus.cypher.statement.Statements;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.springframework.core.NestedRuntimeException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Spring's transactions as the rest of this program has the driver's: what can be retried is
/// retried, and errors of the database leave as what they are. Repositories and statements that are
/// used inside take part.
@Component
final class CaseTransactions {

  private static final int ATTEMPTS = 3;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final TransactionTemplate template;
  private final Neo4jClient client;

  CaseTransactions(PlatformTransactionManager manager, Neo4jClient client) {
    this.template = new TransactionTemplate(manager);
    this.client = client;
  }

  /// Does all of it or nothing.
  <T> T run(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        T done = template.execute(status -> work.get());
        if (done == null) {
          throw new IllegalStateException("a transaction came to nothing");
        }
        return done;
      } catch (NestedRuntimeException e) {
        Neo4jException cause = database(e);
        if (cause == null) {
          throw e;
        }
        if (!(cause instanceof RetryableException) || attempt == ATTEMPTS) {
          throw cause;
        }
        pause();
      }
    }
  }

  /// What the database said; null where it was not the database. What lies below that is the
  /// network's.
  private static @Nullable Neo4jException database(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof Neo4jException said) {
        return said;
      }
    }
    return null;
  }

  /// The rows of a statement of `cypher/`.
  Collection<Map<String, Object>> rows(
      String statement, Map<String, ? extends @Nullable Object> parameters) {
    return client.query(Statements.load(statement)).bindAll(unchecked(parameters)).fetch().all();
  }

  /// Says in the transaction what came of a request with an idempotency key.
  void acted(String what) {
    OnceClaim.acted((statement, parameters) -> !rows(statement, parameters).isEmpty(), what);
  }

  /// The number in the only row of a statement, -1 where there is none.
  long number(String statement, Map<String, ? extends @Nullable Object> parameters) {
    for (Map<String, Object> row : rows(statement, parameters)) {
      if (row.get("number") instanceof Long number) {
        return number;
      }
    }
    return -1;
  }

  /// Null values may be bound; the client does not say so.
  @SuppressWarnings({"unchecked", "NullAway"})
  private static Map<String, Object> unchecked(Map<String, ? extends @Nullable Object> parameters) {
    return (Map<String, Object>) parameters;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
