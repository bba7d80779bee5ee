package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.LinkResult.Status;
import io.iolaus.cypher.detector.safety.Narrowing;
import io.iolaus.cypher.statement.Statements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.TypeSystem;

/// One run of one detector for some accounts alone: first which keys they lead to, then the links
/// of these and of those that are known.
final class NarrowedAttempt extends DetectorAttempt {
  /// Accounts, or keys, in one statement.
  static final int SLICE = 5_000;

  private final Narrowing.Possible narrowed;
  private final List<String> accounts;
  private final Set<String> keys;
  private volatile Set<String> asked;
  private volatile boolean whole;

  NarrowedAttempt(
      Driver driver,
      DetectorBudget budget,
      Set<String> judged,
      DetectorFile detector,
      Map<String, Object> params,
      Narrowing.Possible narrowed,
      Collection<String> accounts,
      Collection<String> keys) {
    super(driver, budget, judged, detector, params);
    this.narrowed = narrowed;
    this.accounts = List.copyOf(accounts);
    this.keys = Set.copyOf(keys);
    this.asked = this.keys;
  }

  /// Whether only a run of the whole detector tells its links.
  boolean mustBeWhole() {
    return whole;
  }

  Set<String> asked() {
    return asked;
  }

  @Override
  @Nullable Ending refused(Session session) {
    Ending refused = super.refused(session);
    if (refused != null) {
      return refused;
    }
    // It would search everything for each key: then it is better done once.
    Ending ofPlan =
        refused(
            detector().digest() + "/narrowed",
            () -> DetectorJudge.findings(session, detector(), narrowed, remaining()));
    whole = ofPlan != null;
    return ofPlan;
  }

  @Override
  Ending read(TransactionContext tx) {
    Set<String> all = new TreeSet<>(keys);
    for (List<String> slice : slices(accounts)) {
      Ending ending = keysOf(slice, tx, all);
      if (ending.status() != Status.COMPLETE) {
        return ending;
      }
    }
    asked = Set.copyOf(all);
    Map<String, Object> values = new HashMap<>(params());
    for (List<String> slice : slices(List.copyOf(all))) {
      values.put(Narrowing.KEYS, slice);
      Ending ending = links(tx, narrowed.statement(), values);
      if (ending.status() != Status.COMPLETE) {
        return ending;
      }
    }
    return Ending.COMPLETE;
  }

  private Ending keysOf(List<String> some, TransactionContext tx, Set<String> all) {
    Result result =
        tx.run(
            Statements.load("queries/detector/keys-of-accounts"),
            Map.of("accounts", some, "label", narrowed.label(), "property", narrowed.property()));
    while (result.hasNext()) {
      Value key = result.next().get("key");
      if (!key.hasType(TypeSystem.getDefault().STRING())) {
        whole = true; // what a whole run says of it is not known here
        return new Ending(Status.FAILED, "an account is next to a thing without a key");
      }
      all.add(key.asString());
      if (isLate()) {
        return new Ending(Status.PARTIAL, "out of time");
      }
    }
    return Ending.COMPLETE;
  }

  private static List<List<String>> slices(List<String> all) {
    List<List<String>> slices = new ArrayList<>();
    for (int from = 0; from < all.size(); from += SLICE) {
      slices.add(all.subList(from, Math.min(from + SLICE, all.size())));
    }
    return slices;
  }
}
