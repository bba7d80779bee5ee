package io.iolaus.api.cli;

import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Scenario;
import io.iolaus.simulate.Simulation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `iolaus simulate`.
@Command(
    name = "simulate",
    description = {
      "Writes the events of an invented population, and the truth about it for scoring:",
      "events-*.ndjson.zst, truth.csv, truth_clusters.csv. The same seed gives the same bytes."
    })
final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      defaultValue = "four-campaigns",
      description =
          "four-campaigns (default), null for the same world without an attack, or proving for a"
              + " proving ground as the options below say.")
  private String scenario = "four-campaigns";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Any number; default 1.")
  private long seed = 1;

  @Option(
      names = "--scale",
      paramLabel = "S|M|L",
      defaultValue = "S",
      description = "S (default) to L: some ten thousand accounts to a million.")
  private Scale scale = Scale.S;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder to write to, made where there is none.")
  private @Nullable Path out;

  @Mixin private final ProvingOptions proving = new ProvingOptions();

  @Override
  public Integer call() throws Exception {
    if (out == null) {
      throw new CommandException("name a folder with --out");
    }
    Simulating.run(simulation(Scenario.of(scenario)), out);
    return 0;
  }

  private Simulation simulation(Scenario wanted) {
    if (wanted == Scenario.PROVING) {
      return new Simulation(proving.spec(scale, seed));
    }
    if (proving.given()) {
      throw new CommandException(
          "--attack, --level, --facet, --operators, --accounts and --decoys go with --scenario"
              + " proving, not with "
              + wanted.id());
    }
    return new Simulation(wanted, scale, seed);
  }
}
