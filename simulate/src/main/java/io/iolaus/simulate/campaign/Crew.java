package io.iolaus.simulate.campaign;

import io.iolaus.simulate.crowd.Scene;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.population.Habit;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Accounts that are opened together and do the same from then on: work with one outfit after the
/// other, or with several, until they are left alone or suspended.
public final class Crew implements Actor {

  private static final double MACHINES = 0.8;
  private static final long OPENING = 3 * TimeFrame.DAY;
  private static final long TOP_UP = 5 * TimeFrame.DAY;

  private final Label label;
  private final Scene scene;
  private final RandomStream random;
  private final long opened;
  private final long suspended;
  private final Map<Integer, Account> accounts = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Actor> covers = new ArrayList<>();

  /// @param name tells it apart from other crews of the operator; the truth has it as variant
  /// @param opened when the first account is opened, epoch milliseconds; the others follow within
  ///   three days
  /// @param suspended when all are; later than the time frame for never
  public Crew(
      String operator,
      String name,
      int size,
      long opened,
      long suspended,
      Scene scene,
      RandomStream random) {
    this.label = Label.attack(operator).variant(name);
    this.scene = scene;
    this.random = random;
    this.opened = opened;
    this.suspended = suspended;
    for (int i = 0; i < size; i++) {
      PersonDraft draft = draft(i);
      accounts.put(i, draft.account());
      facts.add(new Fact.Opened(draft.account()));
      if (suspended < scene.people().world().frame().end()) {
        facts.add(
            new Fact.Status(
                draft.account(),
                "suspended",
                suspended + random.child("end").child(i).nextLong(TimeFrame.HOUR)));
      }
    }
  }

  private PersonDraft draft(int number) {
    RandomStream own = random.child("account").child(number);
    return scene
        .anybody(own, label, own.child("machine").chance(MACHINES))
        .created(opened + own.child("opened").nextLong(OPENING));
  }

  /// Works with an outfit for a time, or until it is suspended.
  ///
  /// @param from epoch milliseconds
  /// @param until the same
  public Crew works(Outfit outfit, long from, long until) {
    long end = Math.min(until, suspended);
    for (int i = 0; i < accounts.size(); i++) {
      work(outfit, i, Math.max(from, opened + OPENING), end);
    }
    return this;
  }

  private void work(Outfit outfit, int number, long from, long until) {
    PersonDraft draft = draft(number);
    Account account = draft.account();
    int slot = outfit.slot(account.id());
    RandomStream choices = random.child(outfit.plan().name()).child(number);
    Habit rhythm = draft.habit();
    // Cards and machines come with the outfit.
    draft.created(from - choices.nextLong(TimeFrame.DAY));
    outfit.supply().payment().pay(draft, slot, choices);
    outfit.supply().client().equip(draft, slot, choices);
    Addresses exits = outfit.supply().network().exits(slot);
    Weighted<String> programs = outfit.supply().client().programs(draft, slot);
    draft.addresses(exits).clients(programs).taste(outfit.taste());
    double daily = outfit.plan().daily() * choices.lognormal(1, 0.3);
    double cover = daily * outfit.plan().cover();
    draft.habit(rhythm.between(from, until).volume(cover, Math.clamp(cover / 3, 0.1, 0.9)));
    Actor usual = draft.build();
    Map<String, Fact.Payment> instruments = new LinkedHashMap<>();
    usual.facts(fact -> {
      if (fact instanceof Fact.Payment payment) {
        instruments.putIfAbsent(payment.instrument(), payment);
      } else if (fact instanceof Fact.Identifier && fact.at() < until) {
        facts.add(fact);
      }
    });
    instruments.values().forEach(instrument -> topUps(instrument, from, until));
    covers.add(usual);
    outfit.add(
        new Agent(
            slot,
            account,
            usual,
            exits,
            programs,
            outfit.taste(),
            from,
            until,
            false,
            daily - cover,
            rhythm.volume(rhythm.daily(), Math.clamp(rhythm.dayChance() * 2, 0.5, 0.9)),
            List.of(),
            choices.child("days")));
  }

  /// Small sums, again and again: what is paid with is seen for as long as the work is.
  private void topUps(Fact.Payment first, long from, long until) {
    for (long at = from + TimeFrame.HOUR; at < until; at += TOP_UP) {
      facts.add(
          new Fact.Payment(
              first.account(),
              first.instrument(),
              first.kind(),
              first.bin(),
              first.issuerCountry(),
              first.matchKey(),
              at));
    }
  }

  @Override
  public void facts(Consumer<Fact> out) {
    facts.forEach(out);
  }

  @Override
  public void exchanges(int day, Consumer<Exchange> out) {
    covers.forEach(cover -> cover.exchanges(day, out));
  }
}
