package io.iolaus.simulate.network;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Country;
import java.util.ArrayList;
import java.util.List;

/// The exits of one proxy reseller: homes of strangers whose connection is sold on, and rented
/// racks. All its customers come out of them.
public final class ProxyPool {

  private final List<String> exits;

  /// A pool of its own.
  ///
  /// @param size number of exits
  /// @param residential share of them that are homes
  public ProxyPool(Networks networks, RandomStream random, int size, double residential) {
    List<String> drawn = new ArrayList<>();
    List<AddressRange> racks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      racks.add(networks.rack(random, 26));
    }
    for (int i = 0; i < size; i++) {
      RandomStream exit = random.child(i);
      drawn.add(
          exit.chance(residential)
              ? networks.home(exit, Country.pick(exit)).address4(0)
              : exit.pick(racks).address(exit.nextInt(64)));
    }
    this.exits = drawn.stream().distinct().toList();
  }

  public List<String> exits() {
    return exits;
  }

  /// The part of the exits that one customer is served from.
  public List<String> slice(RandomStream random, int size) {
    List<String> shuffled = new ArrayList<>(exits);
    random.shuffle(shuffled);
    return List.copyOf(shuffled.subList(0, Math.min(size, shuffled.size())));
  }
}
