package io.iolaus.core.resolve;

import io.iolaus.core.evidence.SharedThing;
import java.util.Arrays;

/// What independent owners share. An owner of several accounts shows a thing if at least {@link
/// #MIN_FRACTION} of its accounts do, and more than one: one stray member must not make a bridge.
final class OwnerGraph {

  /// Below this fraction of its accounts (or with a single one of several) an owner does not show a
  /// thing.
  static final double MIN_FRACTION = 0.1;

  private final Owners owners;
  private final int[][] ownersOf;
  private final int[][] thingsOf;

  private OwnerGraph(Owners owners, int[][] ownersOf) {
    this.owners = owners;
    this.ownersOf = ownersOf;
    int[] degrees = new int[owners.count()];
    for (int[] list : ownersOf) {
      for (int owner : list) {
        degrees[owner]++;
      }
    }
    this.thingsOf = new int[owners.count()][];
    for (int o = 0; o < degrees.length; o++) {
      thingsOf[o] = new int[degrees[o]];
    }
    int[] next = new int[owners.count()];
    for (int t = 0; t < ownersOf.length; t++) {
      for (int p = 0; p < ownersOf[t].length; p++) {
        int owner = ownersOf[t][p];
        thingsOf[owner][next[owner]++] = t;
      }
    }
  }

  static OwnerGraph of(EvidenceGraph evidence, Owners owners) {
    int things = evidence.things().size();
    int[][] ownersOf = new int[things][];
    for (int t = 0; t < things; t++) {
      ownersOf[t] = showing(evidence.thing(t), owners);
    }
    return new OwnerGraph(owners, ownersOf);
  }

  private static int[] showing(SharedThing thing, Owners owners) {
    int[] list = new int[thing.size()];
    Arrays.setAll(list, p -> owners.of(thing.member(p)));
    Arrays.sort(list);
    int kept = 0;
    for (int from = 0, to; from < list.length; from = to) {
      int owner = list[from];
      to = from + 1;
      while (to < list.length && list[to] == owner) {
        to++;
      }
      int shown = to - from;
      int size = owners.size(owner);
      if (size == 1 || (shown >= 2 && shown >= MIN_FRACTION * size)) {
        list[kept++] = owner;
      }
    }
    return Arrays.copyOf(list, kept);
  }

  Owners owners() {
    return owners;
  }

  /// Owners that show a thing, ascending.
  int[] ownersOf(int thing) {
    return ownersOf[thing];
  }

  /// Things an owner shows, ascending.
  int[] thingsOf(int owner) {
    return thingsOf[owner];
  }
}
