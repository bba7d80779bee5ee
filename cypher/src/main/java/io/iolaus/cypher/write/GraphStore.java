package io.iolaus.cypher.write;

import java.util.function.Function;

/// What the statements of `cypher/writes/` can be run on, in transactions. Safe for use by several
/// threads.
public interface GraphStore {

  /// Runs work in one transaction: all of it is in the graph afterwards, or an exception says why
  /// nothing is. The work may run more than once.
  <T> T write(Function<GraphTransaction, T> work);
}
