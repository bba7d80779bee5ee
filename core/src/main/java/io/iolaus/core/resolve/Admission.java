package io.iolaus.core.resolve;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/// Takes the accounts of a group in again, the surest first, each held only against those that are
/// in already.
///
/// Held against the whole group, a handful of innocents vouches for itself: friends on one card who
/// use a public template find each other in the group, and what they share privately looks like the
/// group's own. So what is private to a few is no ground to be among the first, and who comes later
/// finds only what surer ones show.
final class Admission {

  /// Smaller groups have no core that is more than a handful.
  private static final int MIN_GROUP = 15;

  /// The part of a group that is taken first.
  private static final double CORE = 1.0 / 3;

  private static final int MIN_CORE = 8;

  /// What fewer of the group show, by part and number, is private to a few.
  private static final double BROAD = 0.15;

  private static final int MIN_BROAD = 8;

  /// How often those who are still out are asked again.
  private static final int ROUNDS = 3;

  private final EvidenceGraph evidence;
  private final Commonness commonness;

  /// @param commonness among owners of whom the group is one
  Admission(EvidenceGraph evidence, Commonness commonness) {
    this.evidence = evidence;
    this.commonness = commonness;
  }

  /// Those of a group that belong, ascending.
  int[] admit(int[] group) {
    if (group.length < MIN_GROUP) {
      return group;
    }
    int[] ranked = ranked(group);
    int core = Math.max(MIN_CORE, (int) (CORE * group.length));
    IntArrayList in = new IntArrayList();
    IntArrayList out = new IntArrayList();
    ask(profile(Arrays.copyOf(ranked, core), group), ranked, in, out);
    for (int round = 1; round < ROUNDS && !out.isEmpty(); round++) {
      int before = in.size();
      int[] open = out.toIntArray();
      out.clear();
      ask(profile(in.toIntArray(), group), open, in, out);
      if (in.size() == before) {
        break;
      }
    }
    int[] admitted = in.toIntArray();
    Arrays.sort(admitted);
    return admitted;
  }

  private void ask(ClusterProfile profile, int[] accounts, IntArrayList in, IntArrayList out) {
    for (int account : accounts) {
      (profile.claims(account) > 0 ? in : out).add(account);
    }
  }

  private ClusterProfile profile(int[] some, int[] group) {
    return ClusterProfile.of(evidence, some, group, commonness);
  }

  /// The accounts by how much ties them to many of the group.
  private int[] ranked(int[] group) {
    ProfileTable table = ProfileTable.of(evidence, group, group, commonness);
    int broad = Math.max(MIN_BROAD, (int) (BROAD * group.length));
    ClusterProfile profile = ClusterProfile.of(evidence, table.shownBy(broad), group);
    double[] bits = new double[group.length];
    for (int i = 0; i < group.length; i++) {
      bits[i] = Arrays.stream(profile.bitsOf(group[i])).sum();
    }
    int[] order = new int[group.length];
    Arrays.setAll(order, i -> i);
    IntArrays.quickSort(
        order,
        (a, b) -> {
          int byBits = Double.compare(bits[b], bits[a]);
          return byBits != 0 ? byBits : Integer.compare(group[a], group[b]);
        });
    return Arrays.stream(order).map(i -> group[i]).toArray();
  }
}
