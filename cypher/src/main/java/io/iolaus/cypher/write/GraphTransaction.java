package io.iolaus.cypher.write;

import io.iolaus.cypher.statement.Statements;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.SimpleQueryRunner;

/// One open transaction.
public final class GraphTransaction {

  private final SimpleQueryRunner transaction;

  GraphTransaction(SimpleQueryRunner transaction) {
    this.transaction = transaction;
  }

  /// Runs a statement of `cypher/writes/` to its end.
  ///
  /// @param statement its file name without `.cypher`
  /// @return its rows
  public List<GraphRow> run(String statement, Map<String, ?> parameters) {
    @SuppressWarnings("unchecked") // The driver only reads it.
    Map<String, Object> values = (Map<String, Object>) parameters;
    return transaction
        .run(Statements.load("writes/" + statement), values)
        .list(row -> new GraphRow(row));
  }

  /// Runs a statement once for a list of rows (`$rows`); not at all for an empty one.
  public List<GraphRow> runAll(String statement, List<? extends Object> rows) {
    return rows.isEmpty() ? List.of() : run(statement, Map.of("rows", rows));
  }
}
