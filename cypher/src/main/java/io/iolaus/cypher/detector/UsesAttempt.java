package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.AccountUses.Used;
import io.iolaus.cypher.detector.LinkResult.Status;
import io.iolaus.cypher.detector.safety.Narrowing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
  private volatile Map<String, Used> byKey = Map.of();

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

  /// What is used under each key.
  Map<String, Used> byKey() {
    return byKey;
  }

  @Override
  Ending read(TransactionContext tx) {
    Map<String, Used> found = new HashMap<>();
    Map<String, Object> values = new HashMap<>(params());
    long rows = 0;
    for (int from = 0; from < accounts.size(); from += NarrowedAttempt.SLICE) {
      List<String> slice =
          accounts.subList(from, Math.min(from + NarrowedAttempt.SLICE, accounts.size()));
      values.put(Narrowing.ACCOUNTS, new ArrayList<>(slice));
      Result result = tx.run(uses.statement(), values);
      while (result.hasNext()) {
        Record row = result.next();
        if (row.get("key").isNull()) {
          return new Ending(Status.FAILED, "a thing has no key");
        }
        Used used =
            found.computeIfAbsent(
                row.get("key").asString(), key -> new Used(row.get("edges").asLong(-1)));
        if (!used.add(row.get("account").asString(), row.get("thing").asString()) && uses.once()) {
          return new Ending(Status.FAILED, "an account is twice at a thing");
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
