package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.LinkResult.Status;
import io.iolaus.cypher.detector.safety.Narrowing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;

/// One run of one detector that asks what some accounts use, and not who else does.
final class UsesAttempt extends DetectorAttempt {
  private final Narrowing.Uses uses;
  private final List<String> accounts;
  private final long most;
  private volatile Map<String, Set<String>> byKey = Map.of();

  UsesAttempt(
      Driver driver,
      DetectorBudget budget,
      Set<String> judged,
      DetectorFile detector,
      Map<String, Object> params,
      Narrowing.Uses uses,
      Collection<String> accounts) {
    super(driver, budget, judged, detector, params);
    this.uses = uses;
    this.accounts = List.copyOf(accounts);
    this.most = budget.maxMembers();
  }

  /// The accounts that use each thing.
  Map<String, Set<String>> byKey() {
    return byKey;
  }

  @Override
  Ending read(TransactionContext tx) {
    Map<String, Set<String>> found = new HashMap<>();
    Map<String, Object> values = new HashMap<>(params());
    long rows = 0;
    for (int from = 0; from < accounts.size(); from += NarrowedAttempt.SLICE) {
      List<String> slice =
          accounts.subList(from, Math.min(from + NarrowedAttempt.SLICE, accounts.size()));
      values.put(Narrowing.ACCOUNTS, new ArrayList<>(slice));
      Result result = tx.run(uses.statement(), values);
      while (result.hasNext()) {
        Record row = result.next();
        if (row.get("key").isNull()
            || !found
                .computeIfAbsent(row.get("key").asString(), key -> new HashSet<>())
                .add(row.get("account").asString())) {
          return new Ending(Status.FAILED, "an account is twice at a thing, or one has no key");
        }
        if (++rows > most) {
          return new Ending(Status.PARTIAL, "more than " + most + " members");
        }
        if (isLate()) {
          return new Ending(Status.PARTIAL, "out of time");
        }
      }
    }
    byKey = found;
    return Ending.COMPLETE;
  }
}
