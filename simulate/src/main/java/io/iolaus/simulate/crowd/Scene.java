package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.Organizations;
import io.iolaus.simulate.population.CardMarket;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// What all crowds and operators of one proving ground live in.
public final class Scene {

  private static final double MACHINES = 0.15;
  private static final double SET_UP = 0.4;
  private static final double TYPED = 0.16;

  private final Population people;
  private final ProxyNetwork proxies;
  private final Frameworks frameworks;
  private final List<Addresses> gateways = new ArrayList<>();

  public Scene(Population people, ProxyNetwork proxies, Frameworks frameworks) {
    this.people = people;
    this.proxies = proxies;
    this.frameworks = frameworks;
  }

  public Population people() {
    return people;
  }

  /// Anybody, worded like this world: four programs in ten are set up for work that campaigns want,
  /// too, and every sixth person types such briefs now and then.
  public PersonDraft anybody(RandomStream random, Label label) {
    return anybody(random, label, random.child("machine").chance(MACHINES));
  }

  /// The same, a program or a person.
  public PersonDraft anybody(RandomStream random, Label label, boolean machine) {
    PersonDraft draft = people.draft(random, label, machine);
    RandomStream choices = random.child("wording");
    Texts texts = texts();
    if (machine && choices.chance(SET_UP)) {
      return draft.says(choices.between(0.2, 0.9), texts.setUp(choices));
    }
    if (!machine && choices.chance(TYPED)) {
      return draft.says(choices.between(0.1, 0.7), texts.typedBrief(choices.pick(Texts.WANTED)));
    }
    return draft;
  }

  /// The residential proxies that anybody can rent.
  public ProxyNetwork proxies() {
    return proxies;
  }

  public Frameworks frameworks() {
    return frameworks;
  }

  /// Gateways with many innocent people behind them, as far as the world is made.
  public List<Addresses> gateways() {
    return List.copyOf(gateways);
  }

  public void addGateway(Addresses gateway) {
    gateways.add(gateway);
  }

  TimeFrame frame() {
    return people.world().frame();
  }

  Texts texts() {
    return people.world().texts();
  }

  CardMarket cards() {
    return people.world().cards();
  }

  Organizations organizations() {
    return people.organizations();
  }
}
