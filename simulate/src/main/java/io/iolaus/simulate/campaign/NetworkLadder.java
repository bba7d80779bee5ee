package io.iolaus.simulate.campaign;

import io.iolaus.simulate.crowd.Scene;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.HidingFacet;
import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.network.Networks;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Where an operator's traffic comes out: ten addresses, 500 of racks, another home each call,
/// gateways of strangers.
final class NetworkLadder {

  private static final int FEW = 10;
  private static final int MANY = 500;
  private static final int RACK = 64;
  private static final int ACCOUNTS_PER_POOLED_EXIT = 6;

  private final int rung;
  private final boolean pooled;
  private final Scene scene;
  private final List<Addresses> gateways;
  private final List<String> exits;
  private final RandomStream leases;

  NetworkLadder(Plan plan, int accounts, Scene scene, RandomStream random) {
    this.scene = scene;
    this.leases = random.child("leases");
    this.pooled = plan.attack() == Attack.ROTATING && !plan.evasion().names(HidingFacet.NETWORK);
    this.rung = plan.rung(HidingFacet.NETWORK);
    Networks networks = scene.people().world().networks();
    this.exits =
        pooled
            ? pool(scene, 50 + accounts / ACCOUNTS_PER_POOLED_EXIT, random)
            : rung == 0
                ? racks(networks, FEW, random)
                : rung == 1 ? racks(networks, MANY, random) : List.of();
    List<Addresses> all = new ArrayList<>(scene.gateways());
    random.child("gateways").shuffle(all);
    int open = Math.clamp(plan.accounts() / 8, 4, 40);
    this.gateways = List.copyOf(all.subList(0, Math.min(all.size(), open)));
  }

  private static List<String> racks(Networks networks, int count, RandomStream random) {
    int perRack = count == FEW ? FEW : RACK;
    List<String> exits = new ArrayList<>();
    while (exits.size() < count) {
      AddressRange rack = networks.rack(random, 26);
      IntStream.range(0, Math.min(perRack, count - exits.size()))
          .forEach(n -> exits.add(rack.address(n)));
    }
    return exits;
  }

  private static List<String> pool(Scene scene, int size, RandomStream random) {
    long at = scene.people().world().frame().start();
    return IntStream.range(0, size)
        .mapToObj(n -> scene.proxies().pick(at, random.child("pooled").child(n)))
        .toList();
  }

  /// Whether each call leaves by another exit.
  boolean rotates() {
    return rung == 2 && !pooled;
  }

  /// The exits of the account of this number.
  Addresses exits(int account) {
    RandomStream own = leases.child(account);
    if (pooled) {
      return Addresses.anyOf(
          IntStream.range(0, own.between(2, 4)).mapToObj(n -> own.pick(exits)).toList());
    }
    return switch (rung) {
      case 0 -> Addresses.anyOf(exits);
      // One a day.
      case 1 -> (at, session) -> own.child(at / TimeFrame.DAY).pick(exits);
      case 2 -> scene.proxies();
      default -> {
        List<Addresses> some =
            IntStream.range(0, own.between(2, 4)).mapToObj(n -> own.pick(gateways)).toList();
        yield (at, session) -> session.pick(some).pick(at, session);
      }
    };
  }
}
