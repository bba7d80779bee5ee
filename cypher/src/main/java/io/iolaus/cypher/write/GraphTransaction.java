package io.iolaus.cypher.write;

import java.util.List;
import java.util.Map;

/// One open transaction.
public interface GraphTransaction {

  /// Runs a statement of `cypher/writes/` to its end.
  ///
  /// @param statement its file name without `.cypher`
  /// @return its rows
  List<GraphRow> run(String statement, Map<String, ?> parameters);

  /// Runs a statement once for a list of rows (`$rows`); not at all for an empty one.
  default List<GraphRow> runAll(String statement, List<? extends Object> rows) {
    return rows.isEmpty() ? List.of() : run(statement, Map.of("rows", rows));
  }
}
