package io.iolaus.simulate;

import io.iolaus.simulate.output.DayBook;
import io.iolaus.simulate.output.PopulationTruth;
import io.iolaus.simulate.output.StepFiles;
import io.iolaus.simulate.output.TruthFiles;
import io.iolaus.simulate.saga.Chronicle;
import io.iolaus.simulate.saga.ExpectedEvent;
import io.iolaus.simulate.saga.Script;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Two hundred days in ten steps, with what must happen to clusters after each of them: operators
/// that grow, fade, are taken down and come back, meet and part. The same spec gives the same
/// bytes.
public final class Saga {

  /// Steps, and runs of detection.
  public static final int RUNS = SagaWorld.RUNS;

  private final SagaSpec spec;

  public Saga(SagaSpec spec) {
    this.spec = spec;
  }

  /// The file of a step, from 1.
  public static Path step(Path folder, int step) {
    return StepFiles.file(folder, step);
  }

  /// Writes `step-01.ndjson.zst` to `step-10.ndjson.zst`, `truth.csv` and `truth_lineage.csv` into
  /// `folder`, which is made when it is not there.
  ///
  /// @return what must happen, run by run: detection is to be run after each step
  public List<ExpectedEvent> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    SagaWorld world = new SagaWorld(spec);
    DayBook book = new DayBook(world);
    StepFiles files = new StepFiles(folder, world.texts());
    List<Integer> runs = IntStream.rangeClosed(1, RUNS).map(n -> n * Script.PACE).boxed().toList();
    Chronicle chronicle = new Chronicle(world.script().alliances(), runs);
    List<Fact> facts = book.facts();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Status(var account, var status, long at)
          && account.label().role() == Role.ATTACK
          && status.equals("suspended")) {
        chronicle.suspended(account.label().operator(), account.id(), world.frame().dayOf(at));
      }
    }
    for (int step = 1; step <= RUNS; step++) {
      int from = step == 1 ? Integer.MIN_VALUE : runs.get(step - 2);
      int until = runs.get(step - 1);
      List<Fact> told = new ArrayList<>(step == 1 ? book.reference() : List.of());
      facts.stream()
          .filter(fact -> between(world.frame().dayOf(told(fact)), from, until))
          .forEach(told::add);
      List<List<Exchange>> days = new ArrayList<>();
      for (int day = Math.max(0, from); day < until; day++) {
        List<Exchange> today = book.exchanges(day);
        days.add(today);
        for (Exchange exchange : today) {
          Label label = exchange.account().label();
          if (label.role() == Role.ATTACK) {
            chronicle.active(label.operator(), exchange.account().id(), day);
          }
        }
      }
      files.step(step, told, days);
    }
    List<ExpectedEvent> events = chronicle.events();
    files.truth(events);
    TruthFiles.write(folder, new PopulationTruth(accounts(world), List.of()));
    return events;
  }

  private static List<Account> accounts(SagaWorld world) {
    return world.accounts().stream().sorted(Comparator.comparing(Account::id)).toList();
  }

  /// When a fact is told: an account is not closed before it is there.
  private static long told(Fact fact) {
    return fact instanceof Fact.Status(var account, var _, long at)
        ? Math.max(at, account.createdAt())
        : fact.at();
  }

  private static boolean between(int day, int from, int until) {
    return day >= from && day < until;
  }
}
