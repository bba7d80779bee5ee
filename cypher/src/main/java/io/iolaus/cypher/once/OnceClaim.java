package io.iolaus.cypher.once;

import io.iolaus.cypher.statement.Statements;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neo4j.driver.TransactionContext;

/// A key that is held by one request. Whatever changes the graph for that request says so in the
/// transaction of the change: either both are there after a crash, or neither.
///
/// @param id of the key
/// @param holder of this request alone: one that comes later, when the time of this one is over,
///   has another
public record OnceClaim(String id, String holder) {

  private static final ScopedValue<OnceClaim> CURRENT = ScopedValue.newInstance();

  /// Does something under the claim, in this thread.
  public <T> T during(Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }

  /// Says that the transaction does what was asked for; nothing without a key.
  ///
  /// @param what came of it, for people: `decision d-12`
  /// @throws OnceLostException when another request has the key by now; the transaction must end
  public static void acted(TransactionContext tx, String what) {
    if (!CURRENT.isBound()) {
      return;
    }
    OnceClaim claim = CURRENT.get();
    Map<String, Object> parameters =
        Map.of("id", claim.id(), "holder", claim.holder(), "acted", what);
    if (!tx.run(Statements.load("writes/once/acted"), parameters).hasNext()) {
      throw new OnceLostException();
    }
  }
}
