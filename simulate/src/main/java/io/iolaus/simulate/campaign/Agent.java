package io.iolaus.simulate.campaign;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.population.Habit;
import io.iolaus.simulate.population.Observed;
import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.ModelCatalog.Taste;
import io.iolaus.simulate.world.Utterance;
import java.util.List;

/// One account of an operator: what it looks like, and what it does besides looking like somebody.
///
/// @param number place among the operator's accounts, in no order that means anything
/// @param cover the everyday traffic and the facts of the account
/// @param from first moment of work, epoch milliseconds
/// @param until end of work: the campaign's, or the account's suspension
/// @param daily mean exchanges of work a day
/// @param rhythm when it works where it keeps hours of its own
/// @param marks facts that only the work leaves
record Agent(
    int number,
    Account account,
    Actor cover,
    Addresses exits,
    Weighted<String> programs,
    Taste taste,
    long from,
    long until,
    boolean banned,
    double daily,
    Habit rhythm,
    List<Fact> marks,
    RandomStream random) {

  Agent {
    marks = List.copyOf(marks);
  }

  boolean works(long at) {
    return at >= from && at < until;
  }

  /// One exchange of its work.
  ///
  /// @param item draws what is left to chance
  Exchange does(Utterance utterance, long at, RandomStream item, Texts texts) {
    return new Exchange(
        account,
        at,
        exits.pick(at, item),
        utterance,
        item.nextLong(),
        Observed.capability(utterance.capability(), item, texts),
        taste.at(at, item),
        programs.pick(item),
        1);
  }
}
