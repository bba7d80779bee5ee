package io.iolaus.simulate.operator;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.network.ProxyPool;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.population.Clients;
import io.iolaus.simulate.population.Observed;
import io.iolaus.simulate.population.Surroundings;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.ModelCatalog.Taste;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.List;
import java.util.function.Consumer;

/// One campaign: accounts opened in waves, work dealt among them, traffic through shared exits.
public final class Operator implements Actor {

  private final OperatorProfile profile;
  private final Surroundings world;
  private final RandomStream random;
  private final Company employer;
  private final Company blamed;
  private final List<Tenure> tenures;
  private final Skeletons skeletons;
  private final JobDealer dealer;
  private final List<String> exits;
  private final Addresses vpn;
  private final List<String> clients;
  private final Taste taste;

  /// An operator that works as its profile says.
  ///
  /// @param employer the organization behind it
  /// @param blamed the organization that false traces point to, where it plants some
  /// @param reseller whose pool it uses where its profile says so
  public Operator(
      OperatorProfile profile,
      Surroundings world,
      RandomStream random,
      Company employer,
      Company blamed,
      Reseller reseller) {
    this.profile = profile;
    this.world = world;
    this.random = random;
    this.employer = employer;
    this.blamed = blamed;
    Company domains = profile.traces().planted() ? blamed : employer;
    this.tenures =
        new Roster(profile, world.frame(), random.child("roster"))
            .tenures(domains, profile.exits().reseller() ? reseller.company() : null);
    this.skeletons = new Skeletons(profile, world.texts(), random.child("prompts"));
    this.dealer = new JobDealer(profile, world.frame(), skeletons, tenures, random.child("jobs"));
    int size = (int) Math.max(6, profile.accounts() * profile.exits().perAccount());
    this.exits =
        profile.exits().reseller()
            ? reseller.pool().slice(random.child("slice"), size)
            : new ProxyPool(world.networks(), random.child("exits"), size, 0.25).exits();
    this.vpn = world.networks().vpn(random.child("vpn"));
    RandomStream draws = random.child("habits");
    this.clients = List.of(Clients.sdk(draws), Clients.sdk(draws), Clients.sdk(draws));
    long lag =
        profile.traces().pivots()
            ? draws.between(3, 10) * TimeFrame.HOUR
            : draws.between(4, 15) * TimeFrame.DAY;
    this.taste = new Taste(world.models().line(draws), lag, profile.traces().pivots() ? 0.6 : 0.8);
  }

  /// What its organization's own people send when they try its prompts.
  public List<Utterance> skeletons() {
    return skeletons.all();
  }

  public OperatorProfile profile() {
    return profile;
  }

  public Company employer() {
    return employer;
  }

  @Override
  public void facts(Consumer<Fact> out) {
    Company named = profile.traces().planted() ? blamed : employer;
    long end = world.frame().startOf(profile.lastDay());
    new Traceable(profile, world.cards(), random.child("facts"), tenures, end)
        .facts(named)
        .forEach(out);
    Claims.about(this, blamed, world.frame(), random.child("claims")).forEach(out);
  }

  @Override
  public void exchanges(int day, Consumer<Exchange> out) {
    dealer.deal(
        day, (tenure, at, utterance, item) -> out.accept(exchange(tenure, at, utterance, item)));
  }

  private Exchange exchange(Tenure tenure, long at, Utterance utterance, RandomStream item) {
    return new Exchange(
        tenure.account(),
        at,
        address(tenure, at, item),
        utterance,
        item.nextLong(),
        Observed.capability(utterance.capability(), item, world.texts()),
        taste.at(at, item),
        clients.get(tenure.index() % 5 == 0 ? 1 : tenure.index() % 11 == 0 ? 2 : 0),
        1);
  }

  private String address(Tenure tenure, long at, RandomStream item) {
    // One account in eight is careless: all slips are its.
    if (tenure.index() % 8 == 3 && item.chance(8 * profile.traces().slips())) {
      return employer.range().address(20 + tenure.index() % 5);
    }
    int sticky = profile.exits().sticky();
    if (sticky == 0) {
      return item.pick(exits);
    }
    long period = at / (sticky * TimeFrame.MINUTE);
    RandomStream lease = random.child("lease").child(tenure.index()).child(period);
    return lease.chance(profile.exits().vpn()) ? vpn.pick(at, lease) : lease.pick(exits);
  }
}
