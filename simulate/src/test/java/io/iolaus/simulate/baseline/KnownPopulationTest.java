package io.iolaus.simulate.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownPopulationTest {

  private static final long SEED = 3;

  @Test
  void filesAndMemoryGiveTheSame(@TempDir Path folder) throws IOException {
    Simulation simulation =
        new Simulation(ProvingSpec.of(Scale.S, SEED).level(1).operators(2).accounts(20).decoys(1));
    simulation.write(folder);

    KnownPopulation files = KnownPopulation.read(folder);
    KnownPopulation memory = KnownPopulation.of("memory", simulation);

    assertThat(memory.truth()).isEqualTo(files.truth());
    assertThat(memory.observations().accounts()).isEqualTo(files.observations().accounts());
    for (Baseline baseline : Baselines.all()) {
      Parameters some = baseline.grid().get(baseline.grid().size() / 2);
      assertThat(baseline.run(memory.observations(), some))
          .as("%s, seed %d", baseline.id(), SEED)
          .isEqualTo(baseline.run(files.observations(), some));
    }
  }
}
