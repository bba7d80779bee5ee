package io.iolaus.core.explain;

import io.iolaus.core.detect.Involvement;
import io.iolaus.core.evidence.Facet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What can be had by taking links from one facet: for each number of links the least bits, and the
/// least that the account does of what the cluster is after.
///
/// A link to what the cluster does not show is never worth taking: without it the mean of its kind
/// can only rise. Up to [#EACH] other links every subset is tried, by the formula itself. With
/// more, the strongest of each kind are taken first, which is the best for each number as long as
/// the strengths of a kind are equal (cards, devices) or add up to one at most (prompts), since
/// then the mean falls with the sum of strength × likelihood ratio. Addresses are in two kinds at
/// once (their own and their range), where that does not hold: more of them than that are left
/// alone.
final class FacetOptions {

  /// Up to so many links of a facet all subsets are tried.
  static final int EACH = 10;

  private static final int MOST = 4_000;

  /// A way of taking links from a facet.
  ///
  /// @param removed places of the links taken
  /// @param count how many
  /// @param bits what the facet is worth then
  /// @param part what the account does then of what the cluster is after; active and anchored by
  ///   what is left of the facet
  record Option(BitSet removed, int count, double bits, Involvement part) {
    private boolean beats(Option other) {
      return count <= other.count
          && bits <= other.bits
          && part.own() <= other.part.own()
          && part.skeletons() <= other.part.skeletons()
          && (!part.active() || other.part.active())
          && (!part.anchored() || other.part.anchored());
    }
  }

  private final Weighing weighing;
  private final int each;

  /// @param each up to so many links of a facet all subsets are tried
  FacetOptions(Weighing weighing, int each) {
    this.weighing = weighing;
    this.each = each;
  }

  /// Those that no other one beats, the fewest links first; taking none is among them. None where
  /// the account has no link of the facet to the cluster.
  List<Option> of(Facet facet) {
    List<Integer> links = new ArrayList<>();
    for (int i = 0; i < weighing.account().links().size(); i++) {
      ShownLink link = weighing.account().links().get(i);
      if (link.facet() == facet && !weighing.holding().rows(link).isEmpty()) {
        links.add(i);
      }
    }
    if (links.isEmpty()) {
      return List.of();
    }
    List<BitSet> removals = new ArrayList<>();
    if (links.size() <= each) {
      subsets(links, removals);
    } else if (facet == Facet.NETWORK) {
      removals.add(new BitSet());
    } else {
      strongestFirst(links, removals);
    }
    return best(facet, removals);
  }

  private static void subsets(List<Integer> links, List<BitSet> removals) {
    for (int mask = 0; mask < 1 << links.size(); mask++) {
      BitSet removed = new BitSet();
      for (int i = 0; i < links.size(); i++) {
        if ((mask & 1 << i) != 0) {
          removed.set(links.get(i));
        }
      }
      removals.add(removed);
    }
  }

  private void strongestFirst(List<Integer> links, List<BitSet> removals) {
    Map<Sign, List<Integer>> kinds = new LinkedHashMap<>();
    for (int link : links) {
      kinds
          .computeIfAbsent(weighing.account().links().get(link).sign(), s -> new ArrayList<>())
          .add(link);
    }
    removals.add(new BitSet());
    for (List<Integer> kind : kinds.values()) {
      List<Integer> byWorth =
          kind.stream().sorted(Comparator.comparingDouble(this::strength).reversed()).toList();
      List<Integer> byPurpose =
          kind.stream().sorted(Comparator.comparingDouble(this::purpose).reversed()).toList();
      List<BitSet> longer = new ArrayList<>();
      for (BitSet shorter : removals) {
        prefixes(shorter, byWorth, longer);
        prefixes(shorter, byPurpose, longer);
        prefixes(shorter, skeletons(byWorth), longer);
        longer.add(with(shorter, kind.stream().filter(this::doing)));
        longer.add(with(shorter, kind.stream().filter(this::anchor)));
      }
      if (longer.size() <= MOST) {
        removals.clear();
        longer.stream().distinct().forEach(removals::add);
      }
    }
  }

  private List<Integer> skeletons(List<Integer> links) {
    return links.stream()
        .filter(place -> weighing.holding().skeleton(weighing.account().links().get(place)))
        .toList();
  }

  private static void prefixes(BitSet shorter, List<Integer> links, List<BitSet> longer) {
    BitSet removed = (BitSet) shorter.clone();
    longer.add((BitSet) removed.clone());
    for (int link : links) {
      removed.set(link);
      longer.add((BitSet) removed.clone());
    }
  }

  private static BitSet with(BitSet shorter, Stream<Integer> links) {
    BitSet removed = (BitSet) shorter.clone();
    links.forEach(removed::set);
    return removed;
  }

  /// What a link adds to the sum of its kind.
  private double strength(int place) {
    ShownLink link = weighing.account().links().get(place);
    double most = 0;
    for (double bits : weighing.holding().worth(weighing.holding().rows(link))) {
      most = Math.max(most, link.share() * Math.pow(2, bits));
    }
    return most;
  }

  private boolean doing(int place) {
    return weighing.holding().doing(weighing.account().links().get(place));
  }

  private boolean anchor(int place) {
    return weighing.holding().anchor(weighing.account().links().get(place));
  }

  private double purpose(int place) {
    ShownLink link = weighing.account().links().get(place);
    double most = 0;
    for (int row : weighing.holding().rows(link)) {
      most = Math.max(most, link.share() * weighing.profile().rows().get(row).purpose());
    }
    return most;
  }

  private List<Option> best(Facet facet, List<BitSet> removals) {
    List<BitSet> kept = new ArrayList<>();
    for (BitSet removed : removals) {
      BitSet rest = weighing.account().all();
      rest.andNot(removed);
      kept.add(rest);
    }
    List<Map<Facet, Double>> evidence = weighing.holding().evidence(kept);
    BitSet ofFacet = new BitSet();
    for (int i = 0; i < weighing.account().links().size(); i++) {
      ofFacet.set(i, weighing.account().links().get(i).facet() == facet);
    }
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < removals.size(); i++) {
      options.add(
          new Option(
              removals.get(i),
              removals.get(i).cardinality(),
              evidence.get(i).getOrDefault(facet, 0.0),
              new Involvement(
                  weighing.holding().own(kept.get(i)),
                  weighing.holding().skeletons(kept.get(i)),
                  weighing.holding().active(left(kept.get(i), ofFacet)),
                  weighing.holding().anchored(left(kept.get(i), ofFacet)),
                  weighing.profile().usual())));
    }
    options.sort(
        Comparator.comparingInt(Option::count)
            .thenComparingDouble(Option::bits)
            .thenComparingDouble((Option o) -> o.part().own())
            .thenComparingInt(o -> o.part().skeletons())
            .thenComparing(o -> o.part().active())
            .thenComparing(o -> o.part().anchored()));
    List<Option> best = new ArrayList<>();
    for (Option option : options) {
      if (best.stream().noneMatch(b -> b.beats(option))) {
        best.add(option);
      }
    }
    return best;
  }

  private static BitSet left(BitSet kept, BitSet ofFacet) {
    BitSet left = (BitSet) kept.clone();
    left.and(ofFacet);
    return left;
  }
}
