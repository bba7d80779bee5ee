package io.iolaus.core.attribution;

import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Support;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// The accounts of a group and what ties them.
final class Group {

  /// A shared thing below this ties nobody to anybody here.
  private static final double STRONG_BITS = 5;

  /// A thing that fewer show is a ring, not a part; one that more show is no minority.
  static final double LEAST_PART = 0.05;

  private static final double MINORITY = 0.5;
  private static final double NEARLY_ALL = 0.8;
  private static final double BY_CHANCE = 0.01;

  private final BitSet members = new BitSet();
  private final int size;
  private final List<SharedThing> strong = new ArrayList<>();
  private final List<BitSet> minorities;

  Group(int[] accounts, List<Support> supports, EvidenceGraph evidence) {
    for (int a : accounts) {
      members.set(a);
    }
    size = members.cardinality();
    for (Support support : supports) {
      SharedThing thing = evidence.thing(support.thing());
      if (support.bits() >= STRONG_BITS && thing.facet().underOwnHand() && !isTrace(thing)) {
        strong.add(thing);
      }
    }
    minorities = minorities();
  }

  /// The users of each strong thing that ties a minority.
  private List<BitSet> minorities() {
    List<BitSet> parts = new ArrayList<>();
    for (SharedThing thing : strong) {
      int inside = 0;
      for (int p = 0; p < thing.size(); p++) {
        inside += members.get(thing.member(p)) ? 1 : 0;
      }
      if (inside >= LEAST_PART * size && inside <= MINORITY * size) {
        BitSet users = new BitSet();
        mark(thing, users);
        parts.add(users);
      }
    }
    return parts;
  }

  /// A name on an invoice is itself a trace: it cannot tell how far traces are spread.
  private static boolean isTrace(SharedThing thing) {
    return thing.type().equals("Identifier") && thing.key().startsWith("billing-name:");
  }

  int size() {
    return size;
  }

  boolean has(int account) {
    return members.get(account);
  }

  /// What is under an operator's own hand and ties the group strongly.
  List<SharedThing> strong() {
    return strong;
  }

  /// Part of the group that shares something strong with one of these accounts, themselves
  /// included.
  double reach(Set<Integer> accounts) {
    BitSet witnesses = new BitSet();
    accounts.forEach(witnesses::set);
    BitSet reached = (BitSet) witnesses.clone();
    for (SharedThing thing : strong) {
      if (anyOf(thing, witnesses)) {
        mark(thing, reached);
      }
    }
    return share(reached);
  }

  /// Part of the group that these accounts can speak for at most: the smallest minority tied by one
  /// strong thing in which nearly all of them sit although they would hardly do so by chance; 1
  /// where there is none. What careless accounts of one operator bear is spread over its group; of
  /// two operators in one group only one bears it.
  double bound(Set<Integer> accounts) {
    double bound = 1;
    for (BitSet users : minorities) {
      int hits = (int) accounts.stream().filter(users::get).count();
      double share = share(users);
      if (hits >= NEARLY_ALL * accounts.size()
          && logTail(hits, accounts.size(), share) + Math.log(minorities.size())
              < Math.log(BY_CHANCE)) {
        bound = Math.min(bound, share);
      }
    }
    return bound;
  }

  /// Natural logarithm of an upper bound on the probability that of n draws at least k hit a share
  /// (Chernoff: exp(-n KL(k/n, share))).
  private static double logTail(int k, int n, double share) {
    double q = k / (double) n;
    if (q <= share) {
      return 0;
    }
    double misses = q == 1 ? 0 : (1 - q) * Math.log((1 - q) / (1 - share));
    return -n * (q * Math.log(q / share) + misses);
  }

  /// Part of the group that is among these accounts.
  double share(BitSet accounts) {
    return size == 0 ? 0 : inside(accounts) / (double) size;
  }

  /// How many of these accounts are in the group.
  int inside(BitSet accounts) {
    BitSet inside = (BitSet) accounts.clone();
    inside.and(members);
    return inside.cardinality();
  }

  private static boolean anyOf(SharedThing thing, BitSet accounts) {
    for (int p = 0; p < thing.size(); p++) {
      if (accounts.get(thing.member(p))) {
        return true;
      }
    }
    return false;
  }

  static void mark(SharedThing thing, BitSet accounts) {
    for (int p = 0; p < thing.size(); p++) {
      accounts.set(thing.member(p));
    }
  }
}
