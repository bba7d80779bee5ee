package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.Organizations;
import io.iolaus.simulate.population.CardMarket;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// What all crowds and operators of one proving ground live in.
public final class Scene {

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
