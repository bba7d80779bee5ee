package io.iolaus.simulate.campaign;

import io.iolaus.simulate.crowd.Scene;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.Evasion;
import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.ModelCatalog.Taste;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What an operator works with for a time: exits, cards and machines, and the prompts and hours of
/// its work. Crews that share an outfit are one hand.
public final class Outfit implements Actor {

  private static final double COVER = 0.15;

  private final Plan plan;
  private final Scene scene;
  private final Supply supply;
  private final RandomStream manner;
  private final PromptLadder prompts;
  private final Taste taste;
  private final List<Agent> agents = new ArrayList<>();
  private final Map<String, Integer> slots = new HashMap<>();

  private Outfit(Plan plan, Scene scene, RandomStream manner, RandomStream goods) {
    this.plan = plan;
    this.scene = scene;
    this.supply = Supply.of(plan, List.of(Kits.party(0, plan.accounts())), scene, goods);
    this.manner = manner;
    this.prompts = new PromptLadder(plan, scene.people().world().texts(), manner.child("prompts"));
    RandomStream liking = manner.child("taste");
    var lines = scene.people().world().models().lines();
    this.taste =
        new Taste(lines.get(liking.nextInt(2)), liking.between(2, 15) * TimeFrame.DAY, 0.9);
  }

  /// An outfit of its own.
  ///
  /// @param accounts the most that may use it
  /// @param daily mean exchanges of an account and day
  public static Outfit of(
      String name,
      Attack attack,
      Evasion evasion,
      int accounts,
      double daily,
      Scene scene,
      RandomStream random) {
    List<String> capabilities = new ArrayList<>(Texts.WANTED);
    RandomStream manner = random.child("manner");
    manner.child("capabilities").shuffle(capabilities);
    TimeFrame frame = scene.people().world().frame();
    Plan plan =
        new Plan(
            name,
            attack,
            evasion,
            accounts,
            frame.start(),
            frame.end(),
            daily,
            COVER,
            0,
            capabilities.subList(0, 2));
    return new Outfit(plan, scene, manner, random.child("goods"));
  }

  /// The same prompts and hours, with other exits, cards and machines.
  public Outfit renewed(int accounts, RandomStream random) {
    return new Outfit(plan.withAccounts(accounts), scene, manner, random);
  }

  Supply supply() {
    return supply;
  }

  Plan plan() {
    return plan;
  }

  Taste taste() {
    return taste;
  }

  /// The number of an account, the next free one where it has none yet.
  int slot(String account) {
    Integer known = slots.putIfAbsent(account, slots.size());
    int slot = known == null ? slots.size() - 1 : known;
    if (slot == plan.accounts()) {
      throw new IllegalStateException("outfit " + plan.name() + " is for " + slot + " accounts");
    }
    return slot;
  }

  void add(Agent agent) {
    agents.add(agent);
  }

  @Override
  public void facts(Consumer<Fact> out) {
    // The crews tell them.
  }

  @Override
  public void exchanges(int day, Consumer<Exchange> out) {
    new Dealer(plan, scene.people().world().frame(), agents, manner.child("work"))
        .deal(day, (agent, at, item) -> out.accept(exchange(agent, at, item)));
  }

  private Exchange exchange(Agent agent, long at, RandomStream item) {
    Utterance utterance =
        plan.attack() == Attack.LOAD_BALANCED
            ? prompts.ofJob(at, item)
            : prompts.pick(agent.number(), item);
    return agent.does(utterance, at, item, scene.people().world().texts());
  }
}
