package io.iolaus.cypher.once;

import io.iolaus.cypher.statement.Statements;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
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
    acted((name, parameters) -> tx.run(Statements.load(name), parameters).hasNext(), what);
  }

  /// The same where the transaction is somebody else's.
  ///
  /// @param tx runs a statement of `cypher/` in it, and says whether there was a row
  public static void acted(BiPredicate<String, Map<String, Object>> tx, String what) {
    if (!CURRENT.isBound()) {
      return;
    }
    OnceClaim claim = CURRENT.get();
    Map<String, Object> parameters =
        Map.of("id", claim.id(), "holder", claim.holder(), "acted", what);
    if (!tx.test("writes/once/acted", parameters)) {
      throw new OnceLostException();
    }
  }
}
