package io.iolaus.simulate;

import io.iolaus.simulate.decoy.DecoyCatalog;
import io.iolaus.simulate.decoy.DecoyKind;
import io.iolaus.simulate.network.Networks;
import io.iolaus.simulate.operator.Affiliates;
import io.iolaus.simulate.operator.Operator;
import io.iolaus.simulate.operator.OperatorProfile;
import io.iolaus.simulate.operator.Reseller;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.organization.Organizations;
import io.iolaus.simulate.population.CardMarket;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.population.Seats;
import io.iolaus.simulate.population.Surroundings;
import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Populace;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// Everybody in one simulated world. Each part draws from a stream of its own name, so that a part
/// more or less leaves all others as they are.
final class World implements Populace {

  private final WorldConfig config;
  private final RandomStream random;
  private final Surroundings surroundings;
  private final Population people;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Operated> operators = new ArrayList<>();

  World(Scenario scenario, Scale scale, long seed) {
    this.config = WorldConfig.of(scale);
    this.random = RandomStream.of(seed);
    Networks networks = new Networks(random.child("networks"), config.carrierExits());
    this.surroundings =
        new Surroundings(
            config.frame(),
            networks,
            new Organizations(random.child("organizations"), networks),
            WorldConfig.models(),
            new CardMarket(random.child("cards")),
            new Texts(random.child("texts"), config.publicTemplates()));
    this.people = new Population(surroundings, config.medianVolume());
    populate();
    decoys();
    operators(scenario.profiles(scale));
  }

  private void populate() {
    RandomStream individuals = random.child("individuals");
    for (int i = 0; i < config.individuals(); i++) {
      actors.add(people.anybody(individuals.child(i)));
    }
    Seats seats = new Seats(people);
    actors.addAll(seats.companies(random.child("companies"), config.seats()));
    List<Company> labs = surroundings.organizations().labs();
    for (int i = 0; i < labs.size(); i++) {
      actors.addAll(seats.of(labs.get(i), config.labStaff(), true, random.child("staff").child(i)));
    }
  }

  private void decoys() {
    for (DecoyKind kind : DecoyCatalog.ALL) {
      WorldConfig.DecoySizes sizes = config.decoys().get(kind.id());
      if (sizes == null) {
        throw new IllegalStateException("no sizes for " + kind.id());
      }
      for (int i = 0; i < sizes.instances(); i++) {
        RandomStream stream = random.child("decoy").child(kind.id()).child(i);
        int size = stream.child("size").between(sizes.smallest(), sizes.largest());
        actors.addAll(kind.instance(people, i, size, stream));
      }
    }
  }

  private void operators(List<OperatorProfile> profiles) {
    Reseller reseller = new Reseller(people, 0, config.resellerExits(), random.child("reseller"));
    actors.addAll(reseller.customers(people, config.resellerCustomers()));
    List<Company> labs = surroundings.organizations().labs();
    Company blamed = labs.getLast();
    for (int i = 0; i < profiles.size(); i++) {
      OperatorProfile profile = profiles.get(i);
      RandomStream stream = random.child("operator").child(profile.name());
      Operator operator =
          new Operator(profile, surroundings, stream, labs.get(i), blamed, reseller);
      actors.add(operator);
      actors.addAll(Affiliates.of(operator, people, stream.child("affiliates")));
      operators.add(
          new Operated(profile.name(), labs.get(i).id(), profile.traces().evidence(), "", ""));
    }
  }

  @Override
  public TimeFrame frame() {
    return config.frame();
  }

  @Override
  public List<Actor> actors() {
    return List.copyOf(actors);
  }

  @Override
  public List<Operated> operators() {
    return List.copyOf(operators);
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
  public boolean folded() {
    return false;
  }
}
