package io.iolaus.bench.table;

import io.iolaus.simulate.baseline.Baseline;
import io.iolaus.simulate.baseline.Baselines;
import io.iolaus.simulate.scoring.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether the populations are hard enough for the other rows to mean anything: joining whoever
/// shares a thing of few holders must not do, and no facet may be free of decoys.
final class GroundRows {

  private static final String CAPPED = "B2";
  private static final double HARD = 0.5;

  private GroundRows() {}

  /// @param contests what baselines reached at levels 2 and 3
  static void add(TablePlan plan, List<Rivals> contests, Report report) {
    List<Baseline> probes = new ArrayList<>(Baselines.singleFacets());
    Baselines.all().stream().filter(b -> b.id().equals(CAPPED)).forEach(probes::add);
    Stream<Rivals> others =
        Stream.of(1, 4).map(level -> Rivals.of(level, 1, probes, plan.tuning(), plan.hardness()));
    Stream.concat(contests.stream(), others)
        .sorted(Comparator.comparingInt(Rivals::level))
        .forEach(rivals -> hardness(rivals, report));
  }

  static void hardness(Rivals rivals, Report report) {
    Rivals.Rival capped =
        rivals.free().stream().filter(r -> r.id().equals(CAPPED)).findFirst().orElseThrow();
    report.row(
        "ground: capped components at their best, level " + rivals.level(),
        "F1 < 0.50",
        Outcome.of(capped.f1() < HARD),
        String.format(Locale.ROOT, "%.3f (%s)", capped.f1(), capped.choice().trial().parameters()));
    report.figure("ground-capped-f1", "level " + rivals.level(), capped.f1());
    List<Rivals.Rival> facets = rivals.free().stream().filter(Rivals.Rival::facet).toList();
    report.row(
        "ground: every facet alone labels decoys, level " + rivals.level(),
        "all " + facets.size(),
        Outcome.of(facets.stream().allMatch(r -> r.score().labelledDecoys() > 0)),
        facets.stream().map(GroundRows::hit).collect(Collectors.joining("; ")));
    facets.forEach(r ->
        report.figure(
            "ground-decoys-labelled",
            "level " + rivals.level() + " " + r.title(),
            r.score().labelledDecoys()));
  }

  private static String hit(Rivals.Rival rival) {
    String kinds =
        rival.score().groups().stream()
            .filter(g -> g.variant().isEmpty() && g.name().matches("D[0-9]+") && g.labelled() > 0)
            .map(Score.Group::name)
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT, "%s %.2f %s", rival.title(), rival.f1(), kinds.isEmpty() ? "none" : kinds);
  }
}
