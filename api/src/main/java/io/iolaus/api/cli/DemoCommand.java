package io.iolaus.api.cli;

import io.iolaus.api.cli.output.CampaignTable;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.run.GraphStatus;
import io.iolaus.cypher.run.StatusReader;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.bulk.BulkMode;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Scenario;
import io.iolaus.simulate.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `iolaus demo`: from nothing to a thing to look at. Each step can be cut short; the next call
/// goes on where the home stands.
@Command(
    name = "demo",
    description = {
      "Simulates a population with four campaigns in it, loads it, finds them, and serves the"
          + " result.",
      "A second call reuses what is there. A home that holds other data is served as it is."
    })
final class DemoCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Mixin private PortOption listen = new PortOption();

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another world.")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    ServerOptions server = ServerOptions.local(listen.port());
    Serving.requireFree(server);
    Workspace workspace = Workspace.openServer(options.home());
    try {
      prepare(workspace);
      CampaignTable.print(workspace.clusters(), System.out);
    } catch (IOException | RuntimeException e) {
      workspace.close();
      throw e;
    }
    Serving.untilStopped(workspace, server, true);
    return 0;
  }

  private void prepare(Workspace workspace) throws IOException {
    Path folder = workspace.home().path().resolve("demo");
    Path loaded = folder.resolve("loaded");
    GraphStatus status = new StatusReader(workspace.driver()).status();
    if (Files.exists(loaded)) {
      Console.say("using the demo data of " + workspace.home());
    } else if (Files.exists(folder) || status.batches() == 0) {
      load(workspace, folder);
      Files.createFile(loaded);
      status = new StatusReader(workspace.driver()).status();
    } else {
      Console.say(workspace.home() + " holds data of its own: showing that");
    }
    if (status.lastRun() == null) {
      Console.say("detecting");
      new Detecting(workspace).run(DetectionOptions.DEFAULT);
    }
  }

  private void load(Workspace workspace, Path folder) throws IOException {
    Console.say("simulating a population with four campaigns in it");
    Simulating.run(new Simulation(Scenario.FOUR_CAMPAIGNS, Scale.S, seed), folder);
    Console.say("loading its events");
    IngestReport.say(Ingesting.run(workspace, events(folder), BulkMode.AUTO));
  }

  private static List<Source> events(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("events-"))
          .sorted()
          .map(Source::file)
          .toList();
    }
  }
}
