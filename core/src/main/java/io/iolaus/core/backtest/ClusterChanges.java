package io.iolaus.core.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How the clusters of two resolutions of one graph differ.
///
/// Two clusters are one if they share at least a third of the smaller of them; the largest overlap
/// chooses first, ties go by id. Where half of the accounts or more of two clusters are in one
/// afterwards, they were merged; where two clusters or more come by half or more from one, it was
/// split. These are the thresholds of lineage.
///
/// @param same how many go on, whatever became of their members
/// @param gained clusters that were none before, and come from no split
/// @param lost clusters that are none any more, and went into none
/// @param merged as `a+b -> c`
/// @param split as `a -> b+c`
/// @param moved accounts that were in a cluster and are in one that it does not go on in
/// @param joined accounts in a cluster that were in none
/// @param left accounts in none that were in a cluster
/// @param labelled accounts that are labelled and were not
/// @param unlabelled accounts that were labelled and are not
public record ClusterChanges(
    int same,
    List<String> gained,
    List<String> lost,
    List<String> merged,
    List<String> split,
    List<String> moved,
    List<String> joined,
    List<String> left,
    List<String> labelled,
    List<String> unlabelled) {

  public ClusterChanges {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    merged = List.copyOf(merged);
    split = List.copyOf(split);
    moved = List.copyOf(moved);
    joined = List.copyOf(joined);
    left = List.copyOf(left);
    labelled = List.copyOf(labelled);
    unlabelled = List.copyOf(unlabelled);
  }

  /// All lists ascending; the order of the arguments' clusters does not matter.
  public static ClusterChanges of(List<ComparedCluster> before, List<ComparedCluster> after) {
    return new Comparison(before, after).changes();
  }

  private record Overlap(ComparedCluster before, ComparedCluster after, int accounts) {
    boolean goesOn() {
      return 3 * accounts >= Math.min(before.members().size(), after.members().size());
    }

    boolean mostOfBefore() {
      return 2 * accounts >= before.members().size();
    }

    boolean mostOfAfter() {
      return 2 * accounts >= after.members().size();
    }
  }

  private static final class Comparison {
    private final List<ComparedCluster> before;
    private final List<ComparedCluster> after;
    private final List<Overlap> overlaps = new ArrayList<>();
    private final Map<String, String> heirs = new HashMap<>();

    Comparison(List<ComparedCluster> before, List<ComparedCluster> after) {
      this.before = sorted(before);
      this.after = sorted(after);
      for (ComparedCluster b : this.before) {
        for (ComparedCluster a : this.after) {
          int shared = shared(b.members(), a.members());
          if (shared > 0) {
            overlaps.add(new Overlap(b, a, shared));
          }
        }
      }
      overlaps.sort(Comparator.comparingInt((Overlap o) -> -o.accounts())); // stable: ties by id
      Set<String> taken = new HashSet<>();
      for (Overlap o : overlaps) {
        if (o.goesOn() && !heirs.containsKey(o.before().id()) && taken.add(o.after().id())) {
          heirs.put(o.before().id(), o.after().id());
        }
      }
    }

    private static List<ComparedCluster> sorted(List<ComparedCluster> clusters) {
      return clusters.stream().sorted(Comparator.comparing(ComparedCluster::id)).toList();
    }

    private static int shared(Set<String> a, Set<String> b) {
      return a.size() > b.size() ? shared(b, a) : (int) a.stream().filter(b::contains).count();
    }

    ClusterChanges changes() {
      Set<String> known = new HashSet<>(heirs.keySet());
      Set<String> found = new HashSet<>(heirs.values());
      List<String> merged = new ArrayList<>();
      for (ComparedCluster a : after) {
        Set<String> from = new TreeSet<>();
        overlaps.stream()
            .filter(o -> o.after().id().equals(a.id()) && o.mostOfBefore())
            .forEach(o -> from.add(o.before().id()));
        if (from.size() > 1) {
          merged.add(String.join("+", from) + " -> " + a.id());
          known.addAll(from);
          found.add(a.id());
        }
      }
      List<String> split = new ArrayList<>();
      for (ComparedCluster b : before) {
        Set<String> into = new TreeSet<>();
        overlaps.stream()
            .filter(o -> o.before().id().equals(b.id()) && o.mostOfAfter())
            .forEach(o -> into.add(o.after().id()));
        if (into.size() > 1) {
          split.add(b.id() + " -> " + String.join("+", into));
          known.add(b.id());
          found.addAll(into);
        }
      }
      Map<String, Set<String>> were = clustersOf(before);
      Map<String, Set<String>> are = clustersOf(after);
      return new ClusterChanges(
          heirs.size(),
          after.stream().map(ComparedCluster::id).filter(id -> !found.contains(id)).toList(),
          before.stream().map(ComparedCluster::id).filter(id -> !known.contains(id)).toList(),
          merged,
          split,
          are.keySet().stream().filter(a -> moved(were.get(a), are.get(a))).toList(),
          without(are.keySet(), were.keySet()),
          without(were.keySet(), are.keySet()),
          without(labelled(after), labelled(before)),
          without(labelled(before), labelled(after)));
    }

    private boolean moved(@Nullable Set<String> were, @Nullable Set<String> are) {
      return were != null
          && are != null
          && were.stream().noneMatch(b -> heirs.containsKey(b) && are.contains(heirs.get(b)));
    }

    private static Map<String, Set<String>> clustersOf(List<ComparedCluster> clusters) {
      Map<String, Set<String>> of = new TreeMap<>();
      for (ComparedCluster cluster : clusters) {
        cluster
            .members()
            .forEach(a -> of.computeIfAbsent(a, key -> new TreeSet<>()).add(cluster.id()));
      }
      return of;
    }

    private static Set<String> labelled(List<ComparedCluster> clusters) {
      Set<String> labelled = new TreeSet<>();
      clusters.forEach(cluster -> labelled.addAll(cluster.labelled()));
      return labelled;
    }

    private static List<String> without(Set<String> some, Set<String> others) {
      return some.stream().filter(a -> !others.contains(a)).sorted().toList();
    }
  }
}
