package io.iolaus.simulate.population;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.ModelCatalog.Taste;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One account used by one person or program.
final class Person implements Actor {

  private final Surroundings world;
  private final RandomStream random;
  private final Account account;
  private final List<Fact> facts;
  private final Habit habit;
  private final Addresses addresses;
  private final Weighted<Utterance> utterances;
  private final Weighted<String> clients;
  private final Taste taste;
  private final double changing;
  private final boolean rotating;

  Person(PersonDraft draft) {
    this.world = draft.world();
    this.random = draft.random().child("days");
    this.account = draft.account();
    this.facts = draft.facts(account);
    this.habit = draft.habit();
    this.addresses = draft.addresses();
    this.utterances = draft.utterances();
    this.clients = draft.clients();
    this.taste = draft.taste();
    this.changing = draft.machine() ? 0.02 : 0.35;
    this.rotating = draft.isRotating();
  }

  @Override
  public void facts(Consumer<Fact> out) {
    facts.forEach(out);
  }

  @Override
  public void exchanges(int day, Consumer<Exchange> out) {
    TimeFrame frame = world.frame();
    long from = Math.max(frame.startOf(day), habit.from());
    long until = Math.min(frame.startOf(day + 1), habit.until());
    if (from >= until) {
      return;
    }
    RandomStream today = random.child(day);
    double chance = habit.dayChance() * (frame.weekend(day) ? habit.weekend() : 1);
    if (!today.chance(chance)) {
      return;
    }
    int left = today.poisson(habit.daily() / habit.dayChance());
    for (int i = 0; left > 0; i++) {
      int length = Math.min(left, 1 + today.poisson(habit.session() - 1));
      left -= length;
      session(frame.startOf(day), from, until, length, today.child(i), out);
    }
  }

  private void session(
      long midnight,
      long from,
      long until,
      int length,
      RandomStream session,
      Consumer<Exchange> out) {
    long at = midnight + habit.profile().sample(session, habit.zone());
    String address = addresses.pick(at, session);
    String client = clients.pick(session);
    Utterance utterance = utterances.pick(session);
    for (int i = 0; i < length; i++) {
      if (at >= from && at < until) {
        out.accept(
            new Exchange(
                account,
                at,
                address,
                utterance,
                session.nextLong(),
                observed(utterance.capability(), session),
                taste.at(at, session),
                client,
                1));
      }
      at += (long) ((0.3 + session.exponential(1)) * habit.gap() * TimeFrame.SECOND);
      if (session.chance(changing)) {
        utterance = utterances.pick(session);
      }
      if (rotating) {
        address = addresses.pick(at, session);
      }
    }
  }

  /// The capability as the provider's classifier saw it: sometimes not at all, sometimes wrongly.
  private @Nullable String observed(String capability, RandomStream session) {
    return Observed.capability(capability, session, world.texts());
  }
}
