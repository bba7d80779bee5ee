package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.network.Networks;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Country;
import java.util.ArrayList;
import java.util.List;

/// Residential proxies for rent: homes of strangers, homes of accounts of this very service, and
/// some racks. Another exit each time; operators and people who like privacy come out of the same
/// ones.
public final class ProxyNetwork implements Addresses {

  private static final double RACKS = 0.15;

  private final List<Addresses> exits = new ArrayList<>();

  public ProxyNetwork(Networks networks, RandomStream random, int size) {
    List<AddressRange> racks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      racks.add(networks.rack(random, 25));
    }
    for (int i = 0; i < size; i++) {
      RandomStream exit = random.child(i);
      exits.add(
          exit.chance(RACKS)
              ? Addresses.fixed(exit.pick(racks).address(exit.nextInt(128)))
              : networks.home(exit, Country.pick(exit)));
    }
  }

  /// Sells this connection on, too; only while the world is made.
  public void add(Addresses home) {
    exits.add(home);
  }

  @Override
  public String pick(long at, RandomStream session) {
    return session.pick(exits).pick(at, session);
  }

  /// The part of the exits that one customer is served from.
  public Addresses slice(RandomStream random, int size) {
    List<Addresses> slice = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      slice.add(random.pick(exits));
    }
    return (at, session) -> session.pick(slice).pick(at, session);
  }
}
