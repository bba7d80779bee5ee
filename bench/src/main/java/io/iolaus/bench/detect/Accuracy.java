package io.iolaus.bench.detect;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.events.EventFolder;
import io.iolaus.simulate.scoring.Evaluation;
import io.iolaus.simulate.scoring.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Detects in memory, without a database, and prints the scores.
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
      MemoryGraph graph = new MemoryGraph();
      EventFolder.readAll(Path.of(folder), new MemoryLines(graph::add)::add);
      worlds.add(world(folder, Truth.read(Path.of(folder)), graph));
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

  private static Evaluation proving(long first, long last, Attack attack, int level) {
    List<Evaluation.World> worlds = new ArrayList<>();
    for (long seed = first; seed <= last; seed++) {
      MemoryGraph graph = new MemoryGraph();
      Truth truth =
          Truth.of(
              new Simulation(ProvingSpec.of(Scale.S, seed).attack(attack).level(level))
                  .lines(new MemoryLines(graph::add)::add));
      worlds.add(world("seed " + seed, truth, graph));
    }
    return new Evaluation(worlds);
  }

  private static Evaluation.World world(String name, Truth truth, MemoryGraph graph) {
    long start = System.nanoTime();
    MemoryDetection found = MemoryDetection.of(graph);
    Evaluation.World world = Evaluation.world(name, truth, found.result());
    System.out.printf(
        Locale.ROOT,
        "%s: %d accounts, strict F1 %.3f, innocents labelled %d; detected in %.1f s%n",
        name,
        found.population().size(),
        world.score().strict().f1(),
        world.score().labelledInnocents(),
        (System.nanoTime() - start) / 1e9);
    return world;
  }
}
