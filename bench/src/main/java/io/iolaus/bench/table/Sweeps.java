package io.iolaus.bench.table;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.Evasion;
import io.iolaus.simulate.evasion.HidingFacet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// One facet on each rung of its ladder, all others together on one level: strict F1.
final class Sweeps {

  private static final List<Integer> OTHERS = List.of(0, 2);

  /// By how operators hide, the mean over the seeds.
  private final Map<Evasion, Double> f1 = new HashMap<>();

  private Sweeps() {}

  static void add(List<Long> seeds, Report report) {
    if (seeds.isEmpty()) {
      return;
    }
    Set<Evasion> points = new LinkedHashSet<>();
    for (int others : OTHERS) {
      for (HidingFacet facet : HidingFacet.values()) {
        for (int rung = 0; rung <= facet.last(); rung++) {
          points.add(point(others, facet, rung));
        }
      }
    }
    List<ProvingSpec> specs = new ArrayList<>();
    for (Evasion point : points) {
      for (long seed : seeds) {
        specs.add(ProvingSpec.of(Scale.S, seed).attack(Attack.MIXED).evasion(point));
      }
    }
    Sweeps sweeps = new Sweeps();
    Judged.each(
        specs,
        judged ->
            sweeps.f1.merge(
                judged.spec().evasion(), judged.score().strict().f1() / seeds.size(), Double::sum));
    OTHERS.forEach(others -> report.below(sweeps.matrix(others, report)));
  }

  /// Where the facet stands on that rung anyway, it is no point of its own.
  private static Evasion point(int others, HidingFacet facet, int rung) {
    Evasion all = Evasion.level(others);
    return all.rung(facet) == rung ? all : all.with(facet, rung);
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
        double mean = Objects.requireNonNull(f1.get(point(others, facet, rung)));
        text.append(String.format(Locale.ROOT, "%7.3f", mean));
        report.figure("sweep-f1", "others " + others + " " + facet.id() + " " + rung, mean);
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }
}
