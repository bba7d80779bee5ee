package io.iolaus.simulate.campaign;

import io.iolaus.simulate.crowd.Scene;
import io.iolaus.simulate.random.RandomStream;
import java.util.List;

/// Exits, cards and machines, handed out by number: to an operator's accounts, and to whoever else
/// is served by the same hand.
///
/// @param accounts how many numbers there are, from 0
record Supply(int accounts, NetworkLadder network, PaymentLadder payment, ClientLadder client) {

  /// @param parties numbers of those who are set up apart from each other
  static Supply of(Plan plan, List<List<Integer>> parties, Scene scene, RandomStream random) {
    int accounts = parties.stream().mapToInt(List::size).sum();
    Kits kits = new Kits(parties, random.child("kits"));
    return new Supply(
        accounts,
        new NetworkLadder(plan, accounts, scene, random.child("network")),
        new PaymentLadder(
            plan, kits, accounts, scene.people().world().cards(), random.child("payment")),
        new ClientLadder(plan, kits, random.child("client")));
  }
}
