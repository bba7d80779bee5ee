package io.iolaus.api.cli;

import io.iolaus.simulate.Saga;
import io.iolaus.simulate.SagaSpec;
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
          "four-campaigns (default), null for the same world without an attack, proving for a"
              + " proving ground as the options below say, or saga for ten steps of change, a file"
              + " each, with what must happen to clusters after each of them.")
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
    Scenario wanted = Scenario.of(scenario);
    if (wanted == Scenario.SAGA) {
      requireNoProving(wanted);
      new Saga(SagaSpec.of(seed)).write(out);
      Console.say("wrote step-01.ndjson.zst to step-10.ndjson.zst and truth_lineage.csv to " + out);
    } else {
      Simulating.run(simulation(wanted), out);
    }
    return 0;
  }

  private Simulation simulation(Scenario wanted) {
    if (wanted == Scenario.PROVING) {
      return new Simulation(proving.spec(scale, seed));
    }
    requireNoProving(wanted);
    return new Simulation(wanted, scale, seed);
  }

  private void requireNoProving(Scenario wanted) {
    if (proving.given()) {
      throw new CommandException(
          "--attack, --level, --facet, --operators, --accounts, --decoys and --without go with --scenario"
              + " proving, not with "
              + wanted.id());
    }
  }
}
