package io.iolaus.bench.table;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.scoring.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Populations in which nobody attacks.
final class Nulls {

  private static final int WANTED = 20;

  private Nulls() {}

  static void add(List<Long> seeds, Report report) {
    List<Score> scores = new ArrayList<>();
    Judged.each(
        seeds.stream().map(seed -> ProvingSpec.of(Scale.S, seed).attack(Attack.NONE)).toList(),
        judged -> scores.add(judged.score()));
    long hit = scores.stream().filter(score -> !score.clusters().isEmpty()).count();
    long accounts = scores.stream().mapToLong(Score::labelledInnocents).sum();
    report.row(
        "populations without attack that get a label",
        "0 of " + WANTED,
        hit > 0 ? Outcome.MISSED : seeds.size() < WANTED ? Outcome.OPEN : Outcome.MET,
        String.format(Locale.ROOT, "%d of %d; %d accounts", hit, seeds.size(), accounts));
    report.figure("null-populations", "", seeds.size());
    report.figure("null-populations-labelled", "", hit);
    report.figure("null-accounts-labelled", "", accounts);
  }
}
