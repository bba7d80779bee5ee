package io.iolaus.simulate.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.scoring.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownPopulationTest {

  private static final long SEED = 3;

  @Test
  void filesAndMemoryInAnyOrderGiveTheSame(@TempDir Path folder) throws IOException {
    Simulation simulation =
        new Simulation(ProvingSpec.of(Scale.S, SEED).level(1).operators(2).accounts(20).decoys(1));
    simulation.write(folder);
    List<byte[]> lines = new ArrayList<>();
    Truth truth =
        Truth.of(
            simulation.lines((bytes, from, to) -> lines.add(Arrays.copyOfRange(bytes, from, to))));
    Collections.shuffle(lines, new Random(SEED));
    ObservationBuilder shuffled = new ObservationBuilder();
    lines.forEach(line -> shuffled.line(line, 0, line.length));

    KnownPopulation files = KnownPopulation.read(folder);
    KnownPopulation memory = new KnownPopulation("memory", shuffled.build(), truth);

    assertThat(memory.truth()).isEqualTo(files.truth());
    assertThat(memory.observations().accounts()).isEqualTo(files.observations().accounts());
    for (Baseline baseline : Baselines.all()) {
      for (Parameters some : some(baseline.grid())) {
        assertThat(baseline.run(memory.observations(), some))
            .as("%s, seed %d", baseline.id(), SEED)
            .isEqualTo(baseline.run(files.observations(), some));
      }
    }
  }

  /// Five points or six.
  private static List<Parameters> some(List<Parameters> grid) {
    List<Parameters> some = new ArrayList<>();
    for (int i = 0; i < grid.size(); i += grid.size() / 5) {
      some.add(grid.get(i));
    }
    return some;
  }
}
