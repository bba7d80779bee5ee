package io.iolaus.cypher.write;

import io.iolaus.cypher.statement.Statements;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.SimpleQueryRunner;

/// One open transaction of a database.
record DatabaseTransaction(SimpleQueryRunner transaction) implements GraphTransaction {

  @Override
  public List<GraphRow> run(String statement, Map<String, ?> parameters) {
    @SuppressWarnings("unchecked") // The driver only reads it.
    Map<String, Object> values = (Map<String, Object>) parameters;
    return transaction
        .run(Statements.load("writes/" + statement), values)
        .list(row -> new GraphRow(row));
  }
}
