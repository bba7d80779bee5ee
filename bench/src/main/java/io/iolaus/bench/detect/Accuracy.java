package io.iolaus.bench.detect;

import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.Detection;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.Population;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.events.EventFolder;
import io.iolaus.simulate.scoring.Evaluation;
import io.iolaus.simulate.scoring.Result;
import io.iolaus.simulate.scoring.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Detects in memory, without a database and without attribution, and prints the scores.
///
/// Arguments: folders of events with their truth; or `proving SEEDS ATTACK LEVEL…`, which makes
/// populations of scale S for the seeds (`101-120`) at each level and pools them.
public final class Accuracy {

  private Accuracy() {}

  public static void main(String[] args) throws IOException {
    if (args.length >= 4 && args[0].equals("proving")) {
      for (int i = 3; i < args.length; i++) {
        proving(args[1], Attack.of(args[2]), Integer.parseInt(args[i]));
      }
      return;
    }
    List<Evaluation.World> worlds = new ArrayList<>();
    for (String folder : args) {
      MemoryLines lines = new MemoryLines();
      EventFolder.readAll(Path.of(folder), lines::add);
      worlds.add(world(folder, Truth.read(Path.of(folder)), lines.graph()));
    }
    System.out.println(new Evaluation(worlds).print());
  }

  private static void proving(String seeds, Attack attack, int level) {
    String[] ends = seeds.split("-", -1);
    System.out.println("level " + level);
    System.out.println(
        proving(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]), attack, level)
            .print());
  }

  /// Populations of scale S for all seeds from `first` to `last`.
  ///
  /// @param level how well operators hide, 0..4
  static Evaluation proving(long first, long last, Attack attack, int level) {
    List<Evaluation.World> worlds = new ArrayList<>();
    for (long seed = first; seed <= last; seed++) {
      MemoryLines lines = new MemoryLines();
      Truth truth =
          Truth.of(
              new Simulation(ProvingSpec.of(Scale.S, seed).attack(attack).level(level))
                  .lines(lines::add));
      worlds.add(world("seed " + seed, truth, lines.graph()));
    }
    return new Evaluation(worlds);
  }

  private static Evaluation.World world(String name, Truth truth, MemoryGraph graph) {
    long start = System.nanoTime();
    Population population = graph.population();
    Derivation derivation = Derivation.of(population, DetectionListener.SILENT);
    EvidenceGraph evidence =
        EvidenceGraph.of(population.shownFacets(), graph.things(population, derivation));
    long derived = System.nanoTime();
    List<FoundCluster> clusters = Detection.clusters(population, derivation, evidence);
    Evaluation.World world = Evaluation.world(name, truth, result(clusters));
    System.out.printf(
        Locale.ROOT,
        "%s: %d accounts, strict F1 %.3f, innocents labelled %d; derived %.1f s, resolved %.1f s%n",
        name,
        population.size(),
        world.score().strict().f1(),
        world.score().labelledInnocents(),
        (derived - start) / 1e9,
        (System.nanoTime() - derived) / 1e9);
    return world;
  }

  private static Result result(List<FoundCluster> clusters) {
    Map<String, String> labelled = new HashMap<>();
    Map<String, String> review = new HashMap<>();
    for (int c = 0; c < clusters.size(); c++) {
      String id = "c-" + c;
      for (FoundCluster.FoundMember member : clusters.get(c).members()) {
        (member.labelled() ? labelled : review).put(member.id(), id);
      }
    }
    return new Result(labelled, review, List.of());
  }
}
