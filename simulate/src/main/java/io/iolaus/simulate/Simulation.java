package io.iolaus.simulate;

import io.iolaus.simulate.output.EventFiles;
import io.iolaus.simulate.output.ExchangeTally;
import io.iolaus.simulate.output.TruthFiles;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A population of API accounts whose truth is known.
///
/// Writes `events-*.ndjson.zst` (the event format v1, in the order of time within each file),
/// `truth.csv` and `truth_clusters.csv`. The same scenario, scale and seed give the same bytes. The
/// truth is for scoring alone: nothing in the events tells it.
///
/// @param seed any number; another one is another world of the same make
public record Simulation(Scenario scenario, Scale scale, long seed) {

  /// Writes the world into `folder`, which is made when it is not there; files of an earlier run
  /// are replaced.
  public SimulationSummary write(Path folder) throws IOException {
    return write(folder, (done, days) -> {});
  }

  /// The same, telling how far it is.
  public SimulationSummary write(Path folder, Progress progress) throws IOException {
    Files.createDirectories(folder);
    clear(folder);
    World world = new World(scenario, scale, seed);
    List<Account> accounts = world.accounts();
    EventFiles files = new EventFiles(folder, world.texts());
    ExchangeTally tally = new ExchangeTally();
    files.reference(world.reference());
    files.accounts(world.actors());
    int days = world.frame().days();
    files.exchanges(world.actors(), world.frame(), tally, done -> progress.days(done, days));
    TruthFiles.write(folder, accounts, tally, world.employers());
    long attackers =
        accounts.stream().filter(account -> account.label().role() == Role.ATTACK).count();
    return new SimulationSummary(
        accounts.size(), attackers, files.lines(), tally.exchanges(), files.bytes());
  }

  /// Is told after each simulated day.
  @FunctionalInterface
  public interface Progress {
    void days(int done, int days);
  }

  private static void clear(Path folder) throws IOException {
    try (var old = Files.newDirectoryStream(folder, "{events-*.ndjson.zst,truth*.csv}")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }
}
