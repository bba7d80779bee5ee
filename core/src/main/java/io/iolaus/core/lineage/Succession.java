package io.iolaus.core.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which group of a run goes on which cluster, by the accounts that they have in common.
///
/// A group goes on under the id of the cluster that it shares most accounts with, if that is at
/// least a third of the smaller of the two; the largest overlap chooses first, ties go by id. Where
/// half of a cluster's accounts are in a group, the cluster has gone into it; where half of a
/// group's accounts are of one cluster, the group comes from it. (After M. Spiliopoulou et al.,
/// MONIC, KDD 2006: survival, absorption and split by overlap; there the thresholds are .5 and .2.)
final class Succession {

  private static final double GOES_ON = 1 / 3.0;
  private static final double MOST = 0.5;

  /// A known cluster and a group with accounts in common.
  private record Overlap(int group, Remembered cluster, int accounts) {}

  private final List<Set<String>> groups;
  private final List<Overlap> overlaps = new ArrayList<>();
  private final Map<Integer, List<Overlap>> ofGroup = new HashMap<>();
  private final Map<String, List<Overlap>> ofCluster = new HashMap<>();
  private final Map<Integer, Remembered> heirs = new HashMap<>();
  private final Map<Integer, Remembered> returned = new HashMap<>();

  /// @param forerunners for each group the id of the cluster that it goes on for without its
  ///   accounts, or null
  Succession(List<Remembered> known, List<Set<String>> groups, List<@Nullable String> forerunners) {
    this.groups = groups;
    overlaps(known);
    inherit();
    succeed(known, forerunners);
    comeBack();
  }

  private void overlaps(List<Remembered> known) {
    Map<String, List<Integer>> groupsOf = new HashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      for (String account : groups.get(g)) {
        groupsOf.computeIfAbsent(account, a -> new ArrayList<>(1)).add(g);
      }
    }
    for (Remembered cluster : known) {
      Map<Integer, Integer> shared = new TreeMap<>();
      for (String account : cluster.members()) {
        groupsOf.getOrDefault(account, List.of()).forEach(g -> shared.merge(g, 1, Integer::sum));
      }
      shared.forEach((g, accounts) -> overlaps.add(new Overlap(g, cluster, accounts)));
    }
    overlaps.sort(
        Comparator.comparingInt((Overlap o) -> -o.accounts())
            .thenComparing(o -> o.cluster().id())
            .thenComparingInt(Overlap::group));
    for (Overlap o : overlaps) {
      ofGroup.computeIfAbsent(o.group(), g -> new ArrayList<>(1)).add(o);
      ofCluster.computeIfAbsent(o.cluster().id(), c -> new ArrayList<>(1)).add(o);
    }
  }

  private void inherit() {
    Set<String> taken = new HashSet<>();
    for (Overlap o : overlaps) {
      int smaller = Math.min(groups.get(o.group()).size(), o.cluster().members().size());
      if (o.cluster().lifecycle().goesOn()
          && o.accounts() >= GOES_ON * smaller
          && !heirs.containsKey(o.group())
          && taken.add(o.cluster().id())) {
        heirs.put(o.group(), o.cluster());
      }
    }
  }

  private void succeed(List<Remembered> known, List<@Nullable String> forerunners) {
    Set<String> taken = new HashSet<>();
    heirs.values().forEach(cluster -> taken.add(cluster.id()));
    for (int g = 0; g < groups.size(); g++) {
      String forerunner = forerunners.get(g);
      for (Remembered cluster : known) {
        if (cluster.id().equals(forerunner)
            && cluster.lifecycle().goesOn()
            && !heirs.containsKey(g)
            && taken.add(forerunner)) {
          heirs.put(g, cluster);
        }
      }
    }
  }

  /// One that ended is found again where both consist mostly of each other.
  private void comeBack() {
    Set<String> taken = new HashSet<>();
    for (Overlap o : overlaps) {
      int larger = Math.max(groups.get(o.group()).size(), o.cluster().members().size());
      if (!o.cluster().lifecycle().goesOn()
          && o.accounts() >= MOST * larger
          && !heirs.containsKey(o.group())
          && !returned.containsKey(o.group())
          && taken.add(o.cluster().id())) {
        returned.put(o.group(), o.cluster());
      }
    }
  }

  /// The cluster that a group goes on.
  @Nullable Remembered heirOf(int group) {
    return heirs.get(group);
  }

  /// The cluster that had ended and that a group is again.
  @Nullable Remembered returnOf(int group) {
    return returned.get(group);
  }

  /// Clusters that have gone into a group, the one that it goes on among them, in byte order of
  /// ids.
  List<Remembered> sources(int group) {
    return ofGroup.getOrDefault(group, List.of()).stream()
        .filter(o -> o.cluster().lifecycle().goesOn())
        .filter(o -> o.cluster().equals(heirs.get(group)) || wentInto(o))
        .map(Overlap::cluster)
        .sorted(Comparator.comparing(Remembered::id))
        .toList();
  }

  /// The group that a cluster has gone into, the first of two that have half of it each; null for
  /// none.
  @Nullable Integer absorber(Remembered cluster) {
    return ofCluster.getOrDefault(cluster.id(), List.of()).stream()
        .filter(Succession::wentInto)
        .map(Overlap::group)
        .findFirst()
        .orElse(null);
  }

  private static boolean wentInto(Overlap o) {
    return o.accounts() >= MOST * o.cluster().members().size();
  }

  /// Groups that come from a cluster, the one that goes it on among them, in order.
  List<Integer> parts(Remembered cluster) {
    return ofCluster.getOrDefault(cluster.id(), List.of()).stream()
        .filter(o -> {
          Remembered heir = heirs.get(o.group());
          return heir != null
              ? heir.equals(cluster)
              : o.accounts() >= MOST * groups.get(o.group()).size();
        })
        .map(Overlap::group)
        .sorted()
        .toList();
  }
}
