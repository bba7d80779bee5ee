package io.iolaus.cypher.subgraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Puts the accounts of a graph into at most so many groups, each account into exactly one.
///
/// At first those are together whose strongest thing of each type is the same. While there are too
/// many groups, the smallest goes to the one it has most in common with: the bits of what both
/// share, each by the part of either group that has it (average linkage, as in Sokal and Michener
/// 1958, but greedy). What shares nothing with any other ends in one last group.
final class Groups {

  /// What so many groups have tells none of them apart.
  private static final int COMMON = 1_000;

  private final ClusterGraph graph;

  private Groups(ClusterGraph graph) {
    this.graph = graph;
  }

  /// @param members indices into the members, ascending
  /// @param things how many of the members have each shared thing, by its index
  record Group(List<Integer> members, Map<Integer, Integer> things) {}

  /// The largest first, among equals that of the likeliest account.
  static List<Group> of(ClusterGraph graph, int most) {
    Groups groups = new Groups(graph);
    List<Group> found = groups.alike();
    while (found.size() > most) {
      List<Group> fewer = groups.merged(found, most);
      found = fewer.size() == found.size() ? rest(found, most) : fewer;
    }
    return found;
  }

  private static final Comparator<Group> ORDER =
      Comparator.comparingInt((Group g) -> -g.members().size())
          .thenComparingInt(g -> g.members().getFirst());

  private List<Group> alike() {
    int[] of = new int[graph.members().size()];
    List<Unit> units = new Units(graph, graph.shared().size()).alike(1);
    for (int u = 0; u < units.size(); u++) {
      for (int member : units.get(u).members()) {
        of[member] = u;
      }
    }
    List<Map<Integer, Integer>> things = new ArrayList<>();
    for (int u = 0; u < units.size(); u++) {
      things.add(new TreeMap<>());
    }
    for (int s = 0; s < graph.shared().size(); s++) {
      for (int member : graph.shared().get(s).accounts()) {
        things.get(of[member]).merge(s, 1, Integer::sum);
      }
    }
    return IntStream.range(0, units.size())
        .mapToObj(
            u -> new Group(Arrays.stream(units.get(u).members()).boxed().toList(), things.get(u)))
        .sorted(ORDER)
        .toList();
  }

  /// Each group takes part in one merger at most, except as the one that others go to.
  private List<Group> merged(List<Group> groups, int most) {
    int[] into = IntStream.range(0, groups.size()).toArray();
    BitSet taken = new BitSet();
    List<List<Integer>> having = having(groups);
    double[] common = new double[groups.size()];
    int left = groups.size();
    for (int g = groups.size() - 1; g >= 0 && left > most; g--) {
      if (!taken.get(g)) {
        int best = best(groups, g, having, into, common);
        if (best >= 0) {
          into[g] = best;
          taken.set(best);
          left--;
        }
      }
    }
    return together(groups, into);
  }

  private List<List<Integer>> having(List<Group> groups) {
    List<List<Integer>> having = new ArrayList<>();
    for (int s = 0; s < graph.shared().size(); s++) {
      having.add(new ArrayList<>());
    }
    for (int g = 0; g < groups.size(); g++) {
      for (int thing : groups.get(g).things().keySet()) {
        having.get(thing).add(g);
      }
    }
    return having;
  }

  /// The group that has most in common with it and did not go to another; -1 for none.
  private int best(
      List<Group> groups, int g, List<List<Integer>> having, int[] into, double[] common) {
    Group group = groups.get(g);
    List<Integer> met = new ArrayList<>();
    group
        .things()
        .forEach((thing, accounts) -> {
          List<Integer> others = having.get(thing);
          // A thing without bits still says more than nothing.
          double bits = Math.max(1e-3, graph.shared().get(thing).bits());
          if (others.size() <= COMMON) {
            for (int other : others) {
              Group o = groups.get(other);
              if (common[other] == 0) {
                met.add(other);
              }
              common[other] +=
                  bits
                      * ((double) accounts / group.members().size())
                      * ((double) o.things().getOrDefault(thing, 0) / o.members().size());
            }
          }
        });
    int best = -1;
    for (int other : met) {
      if (other != g
          && into[other] == other
          && (best < 0
              || common[other] > common[best]
              || (common[other] == common[best] && other < best))) {
        best = other;
      }
    }
    met.forEach(other -> common[other] = 0);
    return best;
  }

  private static List<Group> together(List<Group> groups, int[] into) {
    List<List<Group>> parts = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      parts.add(new ArrayList<>());
    }
    for (int g = 0; g < groups.size(); g++) {
      parts.get(into[g]).add(groups.get(g));
    }
    return parts.stream().filter(p -> !p.isEmpty()).map(Groups::one).sorted(ORDER).toList();
  }

  private static Group one(List<Group> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    Map<Integer, Integer> things = new TreeMap<>();
    parts.forEach(part -> part.things().forEach((s, n) -> things.merge(s, n, Integer::sum)));
    return new Group(
        parts.stream().flatMap(part -> part.members().stream()).sorted().toList(), things);
  }

  private static List<Group> rest(List<Group> groups, int most) {
    List<Group> kept = new ArrayList<>(groups.subList(0, most - 1));
    kept.add(one(groups.subList(most - 1, groups.size())));
    return kept.stream().sorted(ORDER).toList();
  }
}
