package io.iolaus.simulate.campaign;

import io.iolaus.simulate.crowd.Frame;
import io.iolaus.simulate.crowd.Scene;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.HidingFacet;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.population.Habit;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.ModelCatalog.Line;
import io.iolaus.simulate.world.ModelCatalog.Taste;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One operator at work. Each of its accounts is drawn like anybody, then shaped in the facets in
/// which the operator does not hide; besides everyday traffic it does its share of the work.
public final class Operation implements Actor {

  private static final double CLOSED = 0.12;
  private static final double POINTING = 0.25;

  private final Plan plan;
  private final Scene scene;
  private final Traces traces;
  private final RandomStream random;
  private final @Nullable Frame frame;
  private final PromptLadder prompts;
  private final List<Agent> agents = new ArrayList<>();
  private final Dealer dealer;

  /// An operator whose accounts have the numbers from `first` on in a supply.
  ///
  /// @param frame whom it points at, if it does
  /// @param reseller that stands between it and the service, if one does
  Operation(
      Plan plan,
      Scene scene,
      Supply supply,
      int first,
      Traces traces,
      @Nullable Frame frame,
      @Nullable Company reseller,
      RandomStream random) {
    this.plan = plan;
    this.scene = scene;
    this.traces = traces;
    this.random = random;
    this.frame = frame;
    this.prompts = new PromptLadder(plan, scene.people().world().texts(), random.child("prompts"));
    recruit(supply, first, reseller);
    this.dealer = new Dealer(plan, scene.people().world().frame(), agents, random.child("work"));
  }

  public Plan plan() {
    return plan;
  }

  public Traces traces() {
    return traces;
  }

  /// What its organization's own people send when they try its prompts.
  public List<Utterance> samples() {
    return prompts.samples();
  }

  private void recruit(Supply supply, int first, @Nullable Company reseller) {
    // A program more often than not, unless the client is hidden, too.
    double machines = plan.rung(HidingFacet.CLIENT) < 3 ? 0.8 : 0.5;
    List<PersonDraft> drafts = new ArrayList<>();
    for (int i = 0; i < plan.accounts(); i++) {
      RandomStream own = random.child("account").child(i);
      boolean owned = plan.attack() == Attack.COMPROMISED;
      boolean machine = own.child("machine").chance(owned ? 0.25 : machines);
      drafts.add(scene.anybody(own, Label.attack(plan.name()), machine));
    }
    List<Long> ages = drafts.stream().map(draft -> draft.account().createdAt()).toList();
    List<Recruits.Spell> spells = new Recruits(plan, random.child("recruits")).spells(ages);
    for (int i = 0; i < spells.size(); i++) {
      RandomStream choices = random.child("agent").child(i);
      agents.add(
          plan.attack() == Attack.COMPROMISED
              ? stolen(drafts.get(i), i, first, supply, choices)
              : own(drafts.get(i), spells.get(i), i, first, supply, reseller, choices));
    }
  }

  /// An account that the operator opened or bought.
  private Agent own(
      PersonDraft draft,
      Recruits.Spell spell,
      int number,
      int first,
      Supply supply,
      @Nullable Company reseller,
      RandomStream choices) {
    int slot = first + number;
    Habit rhythm = draft.habit();
    draft.created(spell.created());
    supply.payment().pay(draft, slot, choices);
    supply.client().equip(draft, slot, choices);
    Addresses exits = exits(supply.network().exits(slot), number);
    Weighted<String> programs = supply.client().programs(draft, slot);
    draft.addresses(exits).clients(programs).taste(taste(draft));
    if (supply.network().rotates()) {
      draft.rotating();
    }
    point(draft, number, reseller, choices);
    // A load that is balanced is the same for all.
    double spread = plan.attack() == Attack.LOAD_BALANCED ? 0.05 : 0.4;
    double daily = plan.daily() * choices.lognormal(1, spread);
    draft.habit(
        draft
            .habit()
            .between(spell.from(), spell.until())
            .volume(daily * plan.cover(), Math.clamp(daily * plan.cover() / 3, 0.1, 0.9)));
    if (plan.attack() == Attack.HYDRA) {
      customersOf(draft, choices);
    }
    return new Agent(
        number,
        draft.account(),
        draft.build(),
        exits,
        programs,
        draft.taste(),
        spell.from(),
        spell.until(),
        spell.banned(),
        daily * (1 - plan.cover()),
        steady(rhythm),
        List.of(),
        choices.child("days"));
  }

  /// An account of somebody real, who goes on using it.
  private Agent stolen(
      PersonDraft draft, int number, int first, Supply supply, RandomStream choices) {
    int slot = first + number;
    long latest = plan.end() - 3 * TimeFrame.DAY;
    if (draft.account().createdAt() > plan.start()) {
      draft.created(plan.start() - choices.nextLong(300 * TimeFrame.DAY));
    }
    long from = plan.start() + choices.nextLong(latest - plan.start());
    long until = Math.min(plan.end(), from + choices.between(3, 25) * TimeFrame.DAY);
    List<Fact> marks = new ArrayList<>();
    Account account = draft.account();
    String tls = supply.client().foreignTls(slot);
    if (!tls.isEmpty()) {
      marks.add(new Fact.Identifier(account, "tls", tls, from + choices.nextLong(TimeFrame.HOUR)));
    }
    return new Agent(
        number,
        account,
        draft.build(),
        exits(supply.network().exits(slot), number),
        supply.client().programs(draft, slot),
        taste(draft),
        from,
        until,
        false,
        plan.daily() * choices.lognormal(1, 0.4),
        steady(draft.habit()),
        marks,
        choices.child("days"));
  }

  /// The hours are the account's own, the days are working days.
  private static Habit steady(Habit rhythm) {
    return rhythm.volume(rhythm.daily(), Math.clamp(rhythm.dayChance() * 2, 0.5, 0.9));
  }

  private Addresses exits(Addresses exits, int number) {
    Addresses result = exits;
    Company named = traces.named();
    if (named != null
        && traces.has(Traces.Kind.NETWORK)
        && Traces.careless(number, plan.accounts())) {
      result = result.or(0.06, Addresses.fixed(named.range().address(20 + number % 40)));
    }
    if (frame != null && frame.gateway() != null) {
      result = result.or(random.child("gateway").between(0.2, 0.6), frame.gateway());
    }
    return result;
  }

  /// Traces of an organization, of a reseller, and towards a victim.
  private void point(
      PersonDraft draft, int number, @Nullable Company reseller, RandomStream choices) {
    Company named = traces.named();
    if (named != null
        && traces.has(Traces.Kind.MAIL)
        && Traces.careless(number + 2, plan.accounts())) {
      draft.emailDomain(choices.chance(0.5) ? named.domain() : named.alias());
    }
    if (frame != null && frame.referrer() != null && choices.chance(0.6)) {
      draft.mark("referrer", frame.referrer());
    }
    if (reseller != null) {
      Resold.mark(draft, reseller, choices);
    }
  }

  /// What goes through one account is the talk of several people.
  private void customersOf(PersonDraft draft, RandomStream choices) {
    for (int i = choices.between(2, 4); i > 0; i--) {
      PersonDraft customer = scene.anybody(choices.child("customer").child(i), Label.BACKGROUND);
      draft.says(0.5, customer.utterances());
    }
  }

  private Taste taste(PersonDraft draft) {
    RandomStream shared = random.child("taste");
    List<Line> lines = scene.people().world().models().lines();
    Line line = lines.get(shared.nextInt(2));
    if (plan.attack() == Attack.PIVOT) {
      Line released = lines.stream().filter(this::releasedMeanwhile).findFirst().orElse(line);
      long lag = shared.between(1, 20) * TimeFrame.HOUR;
      return new Taste(released, lag, shared.between(0.5, 0.9));
    }
    boolean alike = plan.rung(HidingFacet.TIMING) < 2;
    return alike ? new Taste(line, shared.between(2, 15) * TimeFrame.DAY, 0.9) : draft.taste();
  }

  private boolean releasedMeanwhile(Line line) {
    return line.releases().stream()
        .anyMatch(release -> release.at() > plan.start() && release.at() < plan.end());
  }

  @Override
  public void facts(Consumer<Fact> out) {
    for (Agent agent : agents) {
      boolean tells = tellsItsEnd(agent);
      agent
          .cover()
          .facts(fact -> {
            if (tells || !(fact instanceof Fact.Status)) {
              out.accept(fact);
            }
          });
      if (agent.banned()) {
        out.accept(new Fact.Status(agent.account(), "suspended", agent.until()));
      }
      agent.marks().forEach(out);
    }
    traces.facts(agents, plan.end(), random.child("traces")).forEach(out);
  }

  /// Accounts that are given up are closed as rarely as anybody's: most campaigns just stop.
  private boolean tellsItsEnd(Agent agent) {
    return !agent.banned()
        && (plan.attack() == Attack.COMPROMISED
            || random.child("closing").child(agent.number()).chance(CLOSED));
  }

  @Override
  public void exchanges(int day, Consumer<Exchange> out) {
    for (Agent agent : agents) {
      agent.cover().exchanges(day, out);
    }
    dealer.deal(day, (agent, at, item) -> out.accept(exchange(agent, at, item)));
  }

  private Exchange exchange(Agent agent, long at, RandomStream item) {
    return agent.does(utterance(agent, at, item), at, item, scene.people().world().texts());
  }

  private Utterance utterance(Agent agent, long at, RandomStream item) {
    Utterance victims = frame == null ? null : frame.prompt();
    if (victims != null && item.chance(POINTING)) {
      return victims;
    }
    return plan.attack() == Attack.LOAD_BALANCED
        ? prompts.ofJob(at, item)
        : prompts.pick(agent.number(), item);
  }
}
