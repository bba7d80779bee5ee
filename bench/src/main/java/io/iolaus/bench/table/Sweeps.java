package io.iolaus.bench.table;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.Evasion;
import io.iolaus.simulate.evasion.HidingFacet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One facet on each rung of its ladder, all others together on one level: strict F1.
final class Sweeps {

  private static final List<Integer> OTHERS = List.of(0, 2);

  private final List<Long> seeds;
  private final Map<String, Double> known = new TreeMap<>();

  private Sweeps(List<Long> seeds) {
    this.seeds = seeds;
  }

  static void add(List<Long> seeds, Report report) {
    if (!seeds.isEmpty()) {
      Sweeps sweeps = new Sweeps(seeds);
      OTHERS.forEach(others -> report.below(sweeps.matrix(others, report)));
    }
  }

  private String matrix(int others, Report report) {
    StringBuilder text =
        new StringBuilder("strict F1 with one facet on a rung of its own, the others on level ")
            .append(others)
            .append(String.format(Locale.ROOT, "%n%-10s", ""));
    for (int rung = 0; rung <= Evasion.HIGHEST; rung++) {
      text.append(String.format(Locale.ROOT, "%7d", rung));
    }
    text.append(System.lineSeparator());
    for (HidingFacet facet : HidingFacet.values()) {
      text.append(String.format(Locale.ROOT, "%-10s", facet.id()));
      for (int rung = 0; rung <= facet.last(); rung++) {
        Evasion evasion = Evasion.level(others);
        boolean apart = evasion.rung(facet) != rung;
        double f1 = f1(apart ? evasion.with(facet, rung) : evasion);
        text.append(String.format(Locale.ROOT, "%7.3f", f1));
        report.figure("sweep-f1", "others " + others + " " + facet.id() + " " + rung, f1);
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private double f1(Evasion evasion) {
    Double before = known.get(evasion.toString());
    if (before != null) {
      return before;
    }
    double[] sum = {0};
    Judged.each(
        seeds.stream()
            .map(seed -> ProvingSpec.of(Scale.S, seed).attack(Attack.MIXED).evasion(evasion))
            .toList(),
        judged -> sum[0] += judged.score().strict().f1());
    double f1 = sum[0] / seeds.size();
    known.put(evasion.toString(), f1);
    return f1;
  }
}
