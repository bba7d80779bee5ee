package io.iolaus.bench.table;

import io.iolaus.simulate.baseline.Baseline;
import io.iolaus.simulate.baseline.Baselines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How far detection is above what is published.
final class RivalRows {

  private RivalRows() {}

  /// Levels 2 and 3; returns what was found there.
  static List<Rivals> add(TablePlan plan, Levels levels, Report report) {
    return List.of(contest(2, 0.10, plan, levels, report), contest(3, 0.20, plan, levels, report));
  }

  private static Rivals contest(
      int level, double margin, TablePlan plan, Levels levels, Report report) {
    List<Baseline> all = new ArrayList<>(Baselines.all());
    all.addAll(Baselines.singleFacets());
    double rate = levels.innocentRate(level);
    Rivals rivals = Rivals.of(level, rate, all, plan.tuning(), plan.seeds());
    List<Rivals.Rival> published = rivals.equal().stream().filter(r -> !r.facet()).toList();
    double ours = levels.at(level).f1().mean();
    Rivals.Rival best = Rivals.best(published);
    boolean equal = best.choice().trial().innocentRate() <= rate;
    report.row(
        "above the best baseline at equal FPR, level " + level,
        String.format(Locale.ROOT, "≥ +%.2f", margin),
        Outcome.of(ours - best.f1() >= margin),
        String.format(
            Locale.ROOT,
            "%+.3f: %.3f against %.3f of %s (%s), which labels %.3f %% of the innocent where it is"
                + " measured and %.3f %% where it was tuned%s; detection %.3f %%",
            ours - best.f1(),
            ours,
            best.f1(),
            best.id(),
            best.choice().trial().parameters(),
            100 * best.innocents(),
            100 * best.choice().trial().innocentRate(),
            equal ? "" : ", its fewest",
            100 * rate));
    free(rivals, ours, report);
    report.figure("innocent-rate", "level " + level, rate);
    report.figure("above-best-baseline", "level " + level, ours - best.f1());
    published.forEach(r -> figures(r, level, "equal", report));
    rivals.free().forEach(r -> figures(r, level, "any", report));
    report.below(text(rivals));
    return rivals;
  }

  private static void free(Rivals rivals, double ours, Report report) {
    Rivals.Rival best = Rivals.best(rivals.free().stream().filter(r -> !r.facet()).toList());
    report.row(
        "above the best baseline whatever it labels, level " + rivals.level(),
        "",
        Outcome.REPORTED,
        String.format(
            Locale.ROOT,
            "%+.3f: %.3f of %s, which labels %.3f %% of the innocent",
            ours - best.f1(),
            best.f1(),
            best.id(),
            100 * best.innocents()));
  }

  private static void figures(Rivals.Rival rival, int level, String rate, Report report) {
    String name = rival.facet() ? rival.title() : rival.id();
    String of = "level " + level + " " + name + " rate " + rate;
    report.figure("baseline-f1", of, rival.f1());
    report.figure("baseline-innocent-rate", of, rival.innocents());
  }

  private static String text(Rivals rivals) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "baselines at level %d, settings that label at most %.3f %% of the innocent where they"
                + " are tuned (or their fewest)%n",
            rivals.level(),
            100 * rivals.rate()));
    for (Rivals.Rival rival : rivals.equal()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-4s %-32s F1 %.3f, innocents %.3f %%  %s%n",
              rival.id(),
              rival.title(),
              rival.f1(),
              100 * rival.innocents(),
              rival.choice().trial().parameters()));
    }
    return text.toString();
  }
}
