package io.iolaus.simulate;

import io.iolaus.simulate.campaign.Operation;
import io.iolaus.simulate.campaign.Operations;
import io.iolaus.simulate.campaign.Plan;
import io.iolaus.simulate.campaign.Resold;
import io.iolaus.simulate.campaign.Traces;
import io.iolaus.simulate.crowd.Frameworks;
import io.iolaus.simulate.crowd.ProxyNetwork;
import io.iolaus.simulate.crowd.Scene;
import io.iolaus.simulate.crowd.VariedDecoy;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.network.Networks;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.organization.Organizations;
import io.iolaus.simulate.population.CardMarket;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.population.Seats;
import io.iolaus.simulate.population.Surroundings;
import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Populace;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Everybody on one proving ground. Each part draws from a stream of its own name: without its
/// operators a world is the same, line by line.
final class ProvingWorld implements Populace {

  /// The last lab never stands behind an operator: it is the one that is blamed.
  private static final int EMPLOYERS = 6;

  private static final int KNOWN_FRAMEWORKS = 12;
  private static final double EMPLOYED = 0.8;
  private static final double PRIVATE = 0.05;
  private static final double SOLD_ON = 0.06;
  private static final double SHADY = 0.2;
  private static final int ISSUERS = 6;
  private static final double REFERRED = 0.05;

  private final ProvingSpec spec;
  private final ProvingConfig config;
  private final RandomStream random;
  private final Surroundings surroundings;
  private final Scene scene;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Operated> operators = new ArrayList<>();

  ProvingWorld(ProvingSpec spec) {
    this(spec, ProvingConfig.of(spec.scale()), WorldConfig.FRAME);
  }

  /// The same of another size, at another time.
  ProvingWorld(ProvingSpec spec, ProvingConfig config, TimeFrame frame) {
    this.spec = spec;
    this.config = config;
    this.random = RandomStream.of(spec.seed()).child("proving");
    Networks networks = new Networks(random.child("networks"), config.exits().carrier());
    Texts texts = new Texts(random.child("texts"), config.background().templates());
    this.surroundings =
        new Surroundings(
            frame,
            networks,
            new Organizations(random.child("organizations"), networks),
            WorldConfig.models(),
            new CardMarket(random.child("cards")),
            texts);
    this.scene =
        new Scene(
            new Population(surroundings, config.background().medianVolume()),
            new ProxyNetwork(networks, random.child("proxies"), config.exits().proxies()),
            new Frameworks(texts, random.child("frameworks"), KNOWN_FRAMEWORKS));
    individuals();
    companies();
    decoys();
    Company reseller = surroundings.organizations().reseller(0);
    actors.addAll(
        Resold.customers(
            scene, reseller, config.background().customers(), random.child("customers")));
    operators(reseller);
  }

  /// Where operators can be added.
  Scene scene() {
    return scene;
  }

  private void individuals() {
    RandomStream individuals = random.child("individuals");
    for (int i = 0; i < config.background().individuals(); i++) {
      RandomStream one = individuals.child(i);
      PersonDraft draft = scene.anybody(one, Label.BACKGROUND);
      vary(draft, one.child("vary"));
      actors.add(draft.build());
    }
  }

  /// Some rent proxies, some let their own connection be one.
  private void vary(PersonDraft draft, RandomStream choices) {
    if (choices.chance(SOLD_ON)) {
      scene.proxies().add(draft.addresses());
    } else if (choices.chance(PRIVATE)) {
      draft.addresses(draft.addresses().or(choices.between(0.2, 0.95), scene.proxies()));
      if (choices.chance(0.5)) {
        draft.rotating();
      }
    } else if (draft.machine() && choices.chance(SHADY)) {
      shady(draft, choices);
    }
    if (choices.chance(REFERRED)) {
      draft.mark("referrer", "newsletter-" + choices.nextInt(30));
    }
  }

  /// A busy program that hides where it is and pays with a card for one purpose: innocent, alone.
  private void shady(PersonDraft draft, RandomStream choices) {
    draft
        .addresses(draft.addresses().or(choices.between(0.5, 1.0), scene.proxies()))
        .habit(draft.habit().times(choices.between(1.5, 5.0)))
        .rotating();
    if (choices.chance(0.6)) {
      draft.wallet(surroundings.cards().virtual(choices, choices.nextInt(ISSUERS)));
    }
  }

  private void companies() {
    Seats seats = new Seats(scene.people());
    actors.addAll(seats.companies(random.child("companies"), config.background().seats()));
    List<Company> labs = surroundings.organizations().labs();
    for (int i = 0; i < labs.size(); i++) {
      actors.addAll(
          seats.of(
              labs.get(i), config.background().labStaff(), true, random.child("staff").child(i)));
    }
  }

  private void decoys() {
    for (VariedDecoy kind : VariedDecoy.ALL) {
      ProvingConfig.Sizes sizes = config.decoys().sizes().get(kind.id());
      if (sizes == null) {
        throw new IllegalStateException("no sizes for " + kind.id());
      }
      int instances = spec.decoys() * (kind.id().equals("D8") ? config.decoys().households() : 1);
      for (int i = 0; i < instances; i++) {
        RandomStream one = random.child("decoy").child(kind.id()).child(i);
        int size = size(sizes, one.child("size"));
        actors.addAll(
            kind.crowd(scene, i, size, one.child("crowd"))
                .members(scene, Label.decoy(kind.id(), i), size, one));
      }
    }
  }

  /// Many small ones, few great ones: even by the logarithm.
  private static int size(ProvingConfig.Sizes sizes, RandomStream draws) {
    double ratio = (sizes.greatest() + 1.0) / sizes.least();
    double size = sizes.least() * StrictMath.pow(ratio, draws.nextDouble());
    return Math.min(sizes.greatest(), (int) size);
  }

  private void operators(Company reseller) {
    Operations operations = new Operations(scene, random.child("operators"));
    int count = spec.attack() == Attack.NONE ? 0 : spec.operators();
    List<Attack> kinds = new ArrayList<>(Attack.KINDS);
    random.child("kinds").shuffle(kinds);
    int kind = 0;
    for (int i = 0; i < count; i++) {
      Attack attack =
          spec.attack() == Attack.MIXED ? kinds.get(kind++ % kinds.size()) : spec.attack();
      if (attack == Attack.TWO_TENANTS) {
        int next = i + 1;
        operations.addTenants(
            plan(i, attack), traces(i, attack), plan(next, attack), traces(next, attack), reseller);
        i = next;
      } else {
        operations.add(plan(i, attack), traces(i, attack), reseller);
      }
    }
    actors.addAll(operations.operations());
    actors.addAll(operations.others());
    for (Operation operation : operations.operations()) {
      Company employer = operation.traces().employer();
      operators.add(
          new Operated(
              operation.plan().name(),
              employer == null ? "" : employer.id(),
              operation.traces().evidence(),
              operation.plan().attack().id(),
              operation.plan().evasion().toString()));
    }
  }

  private Plan plan(int index, Attack attack) {
    return Plan.draw(
        "operator-" + (index + 1),
        attack,
        spec.evasion(),
        spec.accounts(),
        config.attackers().volume(),
        frame(),
        random.child("plan").child(index));
  }

  private Traces traces(int index, Attack attack) {
    List<Company> labs = surroundings.organizations().labs();
    RandomStream choices = random.child("traces").child(index);
    boolean employed = index < EMPLOYERS && choices.chance(EMPLOYED);
    return Traces.draw(attack, employed ? labs.get(index) : null, labs.getLast(), choices);
  }

  @Override
  public TimeFrame frame() {
    return surroundings.frame();
  }

  @Override
  public List<Actor> actors() {
    return List.copyOf(actors);
  }

  @Override
  public List<Fact> reference() {
    return surroundings.reference();
  }

  @Override
  public RandomStream texts() {
    return random.child("exchange-texts");
  }

  @Override
  public List<Operated> operators() {
    return List.copyOf(operators);
  }

  @Override
  public boolean folded() {
    return config.folded();
  }

  @Override
  public Set<Unknown> unknown() {
    return spec.unknown();
  }
}
