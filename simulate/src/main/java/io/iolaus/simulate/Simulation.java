package io.iolaus.simulate;

import io.iolaus.simulate.output.DayBook;
import io.iolaus.simulate.output.EventFiles;
import io.iolaus.simulate.output.EventLines;
import io.iolaus.simulate.output.ExchangeTally;
import io.iolaus.simulate.output.LineConsumer;
import io.iolaus.simulate.output.PopulationTruth;
import io.iolaus.simulate.output.TruthFiles;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Populace;
import io.iolaus.simulate.world.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A population of API accounts whose truth is known, made anew at each call and always the same.
///
/// The truth is for scoring alone: nothing in the events tells it. Safe for use by several threads;
/// each call holds its own world in memory (a kilobyte or three an account).
public final class Simulation {

  private final Supplier<Populace> world;

  /// @param seed any number; another one is another world of the same make
  public Simulation(Scenario scenario, Scale scale, long seed) {
    this.world =
        scenario == Scenario.PROVING
            ? () -> new ProvingWorld(ProvingSpec.of(scale, seed))
            : () -> new World(scenario, scale, seed);
  }

  public Simulation(ProvingSpec spec) {
    this.world = () -> new ProvingWorld(spec);
  }

  /// Writes `events-*.ndjson.zst` (the event format v1, in the order of time within each file),
  /// `truth.csv` and `truth_clusters.csv` into `folder`, which is made when it is not there; files
  /// of an earlier run are replaced.
  public SimulationSummary write(Path folder) throws IOException {
    return write(folder, (done, days) -> {});
  }

  /// The same, telling how far it is.
  public SimulationSummary write(Path folder, Progress progress) throws IOException {
    Files.createDirectories(folder);
    clear(folder);
    Populace people = world.get();
    EventFiles files = new EventFiles(folder, people.texts());
    ExchangeTally tally = new ExchangeTally();
    DayBook book = new DayBook(people);
    files.reference(people.reference());
    files.accounts(book);
    int days = people.frame().days();
    files.exchanges(book, days, tally, done -> progress.days(done, days));
    PopulationTruth truth = PopulationTruth.of(people, tally);
    TruthFiles.write(folder, truth);
    long attackers =
        truth.accounts().stream().filter(account -> account.label().role() == Role.ATTACK).count();
    return new SimulationSummary(
        truth.accounts().size(), attackers, files.lines(), tally.exchanges(), files.bytes());
  }

  /// Hands every line to `lines`, without files and in the order of the files, on this thread.
  public PopulationTruth lines(LineConsumer lines) {
    Populace people = world.get();
    ExchangeTally tally = new ExchangeTally();
    EventLines.each(people, tally, lines);
    return PopulationTruth.of(people, tally);
  }

  /// Hands every fact and every exchange to the consumers, in the order of the files. The texts of
  /// prompts are not drawn: an exchange tells its `utterance`, of which there is one for each
  /// skeleton.
  public PopulationTruth objects(Consumer<Fact> facts, Consumer<Exchange> exchanges) {
    Populace people = world.get();
    ExchangeTally tally = new ExchangeTally();
    DayBook book = new DayBook(people);
    people.reference().forEach(facts);
    book.facts().forEach(facts);
    for (int day = 0; day < people.frame().days(); day++) {
      List<Exchange> today = book.exchanges(day);
      today.forEach(tally::add);
      today.forEach(exchanges);
    }
    return PopulationTruth.of(people, tally);
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
