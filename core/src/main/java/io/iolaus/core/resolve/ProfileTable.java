package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What a group shows and how common that is elsewhere: all that a profile knows. Kept with a
/// cluster, it says later what the run knew.
///
/// Rows are things, ascending.
///
/// @param size accounts of the group
/// @param owners independent owners in all, the group one of them
/// @param things places of things in the evidence
/// @param members how many accounts of the group show each
/// @param inside activity of the group on each, in accounts' worth
/// @param outside activity of everybody else on each, in accounts' worth, above 0
/// @param agreement by facet, the part of the group, 0..1, that is of one mind in it
public record ProfileTable(
    int size,
    int owners,
    int[] things,
    int[] members,
    double[] inside,
    double[] outside,
    double[] agreement) {

  /// Counts what accounts of a group show; without agreement, which the formula tells.
  ///
  /// @param some the accounts that are counted in
  /// @param group the accounts that nobody counts as others, `some` among them
  static ProfileTable of(EvidenceGraph evidence, int[] some, int[] group, Commonness commonness) {
    Int2IntOpenHashMap places = new Int2IntOpenHashMap();
    for (int account : some) {
      for (int p = evidence.start(account); p < evidence.end(account); p++) {
        places.put(evidence.thingAt(p), 0);
      }
    }
    int[] things = places.keySet().toIntArray();
    Arrays.sort(things);
    places.defaultReturnValue(-1);
    for (int i = 0; i < things.length; i++) {
      places.put(things[i], i);
    }
    int[] members = new int[things.length];
    double[] inside = new double[things.length];
    for (int account : some) {
      for (int p = evidence.start(account); p < evidence.end(account); p++) {
        int at = places.get(evidence.thingAt(p));
        members[at]++;
        inside[at] += evidence.strengthAt(p);
      }
    }
    double[] mass = new double[things.length];
    for (int account : group) {
      for (int p = evidence.start(account); p < evidence.end(account); p++) {
        int at = places.get(evidence.thingAt(p));
        if (at >= 0) {
          mass[at] += commonness.weight(account, evidence.strengthAt(p));
        }
      }
    }
    double[] outside = new double[things.length];
    for (int i = 0; i < things.length; i++) {
      outside[i] = commonness.outside(things[i], mass[i]);
    }
    return new ProfileTable(
        some.length,
        commonness.owners().count(),
        things,
        members,
        inside,
        outside,
        new double[Facet.values().length]);
  }

  /// The rows that at least so many of the group show.
  ProfileTable shownBy(int least) {
    int[] rows = IntStream.range(0, things.length).filter(i -> members[i] >= least).toArray();
    return new ProfileTable(
        size,
        owners,
        Arrays.stream(rows).map(i -> things[i]).toArray(),
        Arrays.stream(rows).map(i -> members[i]).toArray(),
        Arrays.stream(rows).mapToDouble(i -> inside[i]).toArray(),
        Arrays.stream(rows).mapToDouble(i -> outside[i]).toArray(),
        agreement);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProfileTable o
        && size == o.size
        && owners == o.owners
        && Arrays.equals(things, o.things)
        && Arrays.equals(members, o.members)
        && Arrays.equals(inside, o.inside)
        && Arrays.equals(outside, o.outside)
        && Arrays.equals(agreement, o.agreement);
  }

  @Override
  public int hashCode() {
    return 31 * size + Arrays.hashCode(things);
  }

  @Override
  public String toString() {
    return "ProfileTable[" + size + " accounts, " + things.length + " things]";
  }
}
