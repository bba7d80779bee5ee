package io.iolaus.bench.table;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.scoring.Evaluation;
import io.iolaus.simulate.scoring.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Populations of one archetype each, beside those of mixed attacks: for what three operators of
/// different kinds show too rarely.
final class Archetypes {

  /// Couples of tenants have a population to themselves, so there is room for more of them.
  private static final int TENANTS = 8;

  private static final double MERGED = 0.02;
  private static final double CUSTOMERS = 0.01;

  private Archetypes() {}

  /// @param levels what was found of mixed attacks
  static void add(TablePlan plan, Levels levels, Report report) {
    victims(scores(plan, levels, Attack.FRAMING, report), report);
    customers(scores(plan, levels, Attack.HYDRA, report), report);
    Tenants tenants = levels.tenants();
    List<ProvingSpec> couples =
        specs(plan, Attack.TWO_TENANTS).stream().map(spec -> spec.operators(TENANTS)).toList();
    Judged.each(couples, tenants::add);
    tenants(tenants, report);
  }

  /// The mixed populations and those of this archetype alone, whose own F1 is shown as well.
  private static Score scores(TablePlan plan, Levels levels, Attack attack, Report report) {
    List<Evaluation.World> worlds = new ArrayList<>();
    Judged.each(specs(plan, attack), judged -> worlds.add(judged.world()));
    StringBuilder text = new StringBuilder("strict F1 where all operators are ");
    text.append(attack.id()).append(", by level:");
    new Evaluation(worlds)
        .byEvasion()
        .forEach((level, part) -> {
          report.figure("strict-f1-mean", attack.id() + " level " + level, part.f1().mean());
          text.append(String.format(Locale.ROOT, " %s: %.3f", level, part.f1().mean()));
        });
    report.below(text.append(System.lineSeparator()).toString());
    List<Score> scores = new ArrayList<>(List.of(levels.pooled(Levels.ASKED)));
    worlds.forEach(world -> scores.add(world.score()));
    return Score.pool(scores);
  }

  private static List<ProvingSpec> specs(TablePlan plan, Attack attack) {
    List<ProvingSpec> specs = new ArrayList<>();
    for (int level : plan.archetypeLevels()) {
      for (long seed : plan.archetypes()) {
        specs.add(ProvingSpec.of(Scale.S, seed).attack(attack).level(level));
      }
    }
    return specs;
  }

  private static void victims(Score score, Report report) {
    Score.Group victims = group(score, "victim");
    report.row(
        "victims of framing labelled, levels 0–3",
        "0",
        victims.accounts() == 0 ? Outcome.OPEN : Outcome.of(victims.labelled() == 0),
        String.format(
            Locale.ROOT,
            "%d of %d accounts in %d of %d framed groups; %d in review",
            victims.labelled(),
            victims.accounts(),
            victims.labelledInstances(),
            victims.instances(),
            victims.review()));
    rate("victims", victims, report);
  }

  private static void customers(Score score, Report report) {
    Score.Group hydra = group(score, "reseller-customer hydra");
    report.row(
        "innocent customers of a hydra labelled",
        "≤ 1 %",
        hydra.accounts() == 0 ? Outcome.OPEN : Outcome.of(hydra.rate() <= CUSTOMERS),
        String.format(
            Locale.ROOT,
            "%.2f %%: %d of %d; in review %d",
            100 * hydra.rate(),
            hydra.labelled(),
            hydra.accounts(),
            hydra.review()));
    rate("hydra-customers", hydra, report);
    Score.Group all = group(score, "reseller-customer");
    report.row(
        "innocent customers of anybody labelled",
        "",
        Outcome.REPORTED,
        String.format(
            Locale.ROOT,
            "%.2f %%: %d of %d (of resellers, of hydras, of rotating pools)",
            100 * all.rate(),
            all.labelled(),
            all.accounts()));
    rate("customers", all, report);
  }

  private static void tenants(Tenants tenants, Report report) {
    boolean enough = tenants.couples() >= 1 / MERGED;
    Outcome outcome = Outcome.of(tenants.rate() <= MERGED);
    report.row(
        "two tenants of one reseller merged",
        "≤ 2 %",
        outcome == Outcome.MET && !enough ? Outcome.OPEN : outcome,
        String.format(
            Locale.ROOT,
            "%.1f %%: %d of %d couples",
            100 * tenants.rate(),
            tenants.merged(),
            tenants.couples()));
    report.figure("tenants-merged", "", tenants.merged());
    report.figure("tenants-couples", "", tenants.couples());
  }

  private static Score.Group group(Score score, String title) {
    return score.group(title).orElseGet(() -> new Score.Group(title, "", 0, 0, 0, 0, 0, 0));
  }

  private static void rate(String measure, Score.Group group, Report report) {
    report.figure(measure + "-accounts", "", group.accounts());
    report.figure(measure + "-labelled", "", group.labelled());
    report.figure(measure + "-review", "", group.review());
  }
}
