package io.iolaus.core.detect;

import io.iolaus.core.decision.Decision;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.core.decision.Held;
import io.iolaus.core.resolve.Apart;
import io.iolaus.core.resolve.Apart.Bar;
import io.iolaus.core.resolve.Apart.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// Decisions about accounts by the indexes that a run gives them.
public final class Rulings {

  private Rulings() {}

  /// Who is not one operator's.
  ///
  /// @param members accounts that the cluster in which one goes on was last known to have
  public static Apart apart(
      Held held, Population population, Function<String, Collection<String>> members) {
    List<Bar> bars = new ArrayList<>();
    for (Decision decision : held.seats(DecisionKind.DIFFERENT)) {
      int account = population.indexOf(decision.accounts().getFirst());
      String cluster = Objects.requireNonNull(decision.cluster());
      if (account >= 0) {
        bars.add(
            new Bar(
                account,
                Stream.of(decision.members(), members.apply(cluster))
                    .map(ids -> others(account, population.indexesOf(ids)))
                    .filter(others -> others.length > 0)
                    .toList()));
      }
    }
    return new Apart(
        pairs(held.pairs(DecisionKind.DIFFERENT), population),
        pairs(held.pairs(DecisionKind.SAME), population),
        bars);
  }

  private static int[] others(int account, int[] accounts) {
    return java.util.Arrays.stream(accounts).filter(a -> a != account).toArray();
  }

  private static List<Pair> pairs(List<Decision> decisions, Population population) {
    return decisions.stream()
        .map(decision -> population.indexesOf(decision.accounts()))
        .filter(both -> both.length == 2)
        .map(both -> new Pair(both[0], both[1]))
        .toList();
  }
}
