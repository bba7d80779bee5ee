package io.iolaus.bench.table;

import io.iolaus.bench.detect.MemoryDetection;
import io.iolaus.bench.detect.MemoryGraph;
import io.iolaus.bench.detect.MemoryLines;
import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.scoring.Evaluation;
import io.iolaus.simulate.scoring.Result;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Scoring;
import io.iolaus.simulate.scoring.Truth;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A population of the proving ground with what detection finds in it.
record Judged(ProvingSpec spec, Truth truth, Result result, Score score) {

  /// A population that nobody has looked at yet.
  private record Made(ProvingSpec spec, Truth truth, MemoryGraph graph) {

    static Made of(ProvingSpec spec) {
      MemoryGraph graph = new MemoryGraph();
      Truth truth = Truth.of(new Simulation(spec).lines(new MemoryLines(graph::add)::add));
      return new Made(spec, truth, graph);
    }
  }

  /// Makes populations, detects in one after the other and hands on what was found; how it goes is
  /// told on standard error.
  static void each(List<ProvingSpec> specs, Consumer<Judged> use) {
    Ahead.each(specs, Made::of, made -> use.accept(of(made)));
  }

  private static Judged of(Made made) {
    Result result = MemoryDetection.of(made.graph()).result();
    Judged judged =
        new Judged(made.spec(), made.truth(), result, Scoring.score(made.truth(), result));
    System.err.printf(
        Locale.ROOT,
        "%s seed %d level %s: strict F1 %.3f, innocents labelled %d%n",
        made.spec().attack().id(),
        made.spec().seed(),
        made.spec().evasion(),
        judged.score.strict().f1(),
        judged.score.labelledInnocents());
    return judged;
  }

  /// Its score, as one of several.
  Evaluation.World world() {
    return new Evaluation.World("seed " + spec.seed(), spec.evasion().toString(), score);
  }
}
