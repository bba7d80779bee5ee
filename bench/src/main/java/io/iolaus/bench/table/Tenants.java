package io.iolaus.bench.table;

import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.scoring.MergedPairs;
import io.iolaus.simulate.scoring.Truth;
import java.util.List;

/// Couples of operators whom one reseller supplies, and how many of them were taken for one.
final class Tenants {

  private int couples;
  private int merged;

  /// Counts those of one population: they come one behind the other.
  void add(Judged judged) {
    List<String> tenants =
        judged.truth().campaigns().stream()
            .filter(c -> c.attack().equals(Attack.TWO_TENANTS.id()))
            .map(Truth.Campaign::operator)
            .toList();
    List<MergedPairs.Pair> fused = MergedPairs.of(judged.truth(), judged.result());
    for (int i = 0; i + 1 < tenants.size(); i += 2) {
      String one = tenants.get(i);
      String other = tenants.get(i + 1);
      couples++;
      merged += fused.stream().anyMatch(pair -> pair.is(one, other)) ? 1 : 0;
    }
  }

  int couples() {
    return couples;
  }

  int merged() {
    return merged;
  }

  double rate() {
    return couples == 0 ? 0 : (double) merged / couples;
  }
}
