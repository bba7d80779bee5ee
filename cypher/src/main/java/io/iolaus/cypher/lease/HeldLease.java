package io.iolaus.cypher.lease;

import io.iolaus.cypher.statement.Statements;
import java.util.Map;
import org.neo4j.driver.TransactionContext;

/// A lease that somebody holds, under a name that is never used again.
///
/// A process that was stopped for longer than its lease does not know it when it wakes up. So it is
/// not asked: each transaction that writes asks the database at its end, by {@link #check}. Of two
/// that believe to hold one lease only the one that took it last can commit.
///
/// @param lease its name
/// @param holder of this time that it was taken
public record HeldLease(String lease, String holder) {

  /// Stands for no lease, where nobody else works on the graph.
  public static final HeldLease ALONE = new HeldLease("", "");

  /// To be called last in a transaction: what it wrote is kept only if the lease is still held when
  /// it commits. Last, because from here to the commit nobody can take or renew the lease.
  ///
  /// @throws LeaseLostException where somebody else has taken it
  public void check(TransactionContext tx) {
    if (!equals(ALONE) && !tx.run(Statements.load("writes/lease-check"), parameters()).hasNext()) {
      throw new LeaseLostException(lease);
    }
  }

  /// For statements that look themselves: `lease` (empty for {@link #ALONE}) and `holder`.
  public Map<String, Object> parameters() {
    return Map.of("lease", lease, "holder", holder);
  }
}
