package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Puts groups together that were cut apart without need: rings of one operator, each with a card
/// of its own, that work off the same skeletons behind the same exits.
///
/// A smaller group is part of a larger one if, in a facet under the operator's own hand and in
/// another one, the larger one's profile says of its accounts nearly what its own says. Two tenants
/// of one reseller share exits and a bank number, but not what they ask: their prompts say so.
final class GroupMerger {

  /// Mean bits by which the larger group must claim the accounts in a facet under their own hand,
  /// and in another facet.
  private static final double MIN_OWN_BITS = 3;

  private static final double MIN_OTHER_BITS = 2;

  /// Mean bits by which the smaller group may know its accounts better.
  private static final double SAME = 1;

  private final EvidenceGraph evidence;
  private final Commonness commonness;

  GroupMerger(EvidenceGraph evidence, Commonness commonness) {
    this.evidence = evidence;
    this.commonness = commonness;
  }

  /// The groups, by the same numbers, those that are part of another one added to it.
  Map<Integer, int[]> merge(Map<Integer, int[]> groups) {
    List<Integer> order = new ArrayList<>(groups.keySet());
    order.sort(
        Comparator.comparingInt((Integer g) -> -members(groups, g).length)
            .thenComparingInt(g -> g));
    int[][] larger = new Touching(groups, order).larger();
    ClusterProfile[] profiles = profiles(groups, order, larger);
    Part[] parts = new Part[order.size()];
    int[] firstFit = new int[order.size()];
    IntStream.range(0, parts.length)
        .parallel()
        .filter(place -> larger[place].length > 0)
        .forEach(place -> {
          parts[place] = new Part(members(groups, order.get(place)), profiles[place]);
          firstFit[place] = parts[place].fit(larger[place], profiles, 0);
        });
    Map<Integer, Integer> into = new HashMap<>();
    for (int place = 0; place < parts.length; place++) {
      int[] large = larger[place];
      int fit = large.length == 0 ? 0 : firstFit[place];
      // what is part of another group itself takes nothing in
      while (fit < large.length && into.containsKey(order.get(large[fit]))) {
        fit = parts[place].fit(large, profiles, fit + 1);
      }
      if (fit < large.length) {
        into.put(order.get(place), order.get(large[fit]));
      }
    }
    Map<Integer, int[]> merged = new HashMap<>();
    Map<Integer, Set<Integer>> added = new HashMap<>();
    for (int group : order) {
      Set<Integer> all =
          added.computeIfAbsent(into.getOrDefault(group, group), g -> new HashSet<>());
      for (int account : members(groups, group)) {
        all.add(account);
      }
    }
    added.forEach(
        (group, all) -> merged.put(group, all.stream().mapToInt(a -> a).sorted().toArray()));
    return merged;
  }

  private static int[] members(Map<Integer, int[]> groups, int group) {
    return groups.getOrDefault(group, new int[0]);
  }

  /// The profiles of all groups that are compared, by place.
  private ClusterProfile[] profiles(
      Map<Integer, int[]> groups, List<Integer> order, int[][] larger) {
    BitSet compared = new BitSet();
    for (int place = 0; place < larger.length; place++) {
      Arrays.stream(larger[place]).forEach(compared::set);
      if (larger[place].length > 0) {
        compared.set(place);
      }
    }
    ClusterProfile[] profiles = new ClusterProfile[larger.length];
    compared.stream()
        .parallel()
        .forEach(place ->
            profiles[place] =
                ClusterProfile.of(evidence, members(groups, order.get(place)), commonness));
    return profiles;
  }

  /// Which groups show something under their own hand of the accounts of others. Groups go by their
  /// places in the order.
  private final class Touching {
    private final Map<Integer, int[]> groups;
    private final List<Integer> order;

    /// For each thing under an operator's own hand the groups that show it, ascending.
    private final IntArrayList[] shownBy = new IntArrayList[evidence.things().size()];

    // For each group how many of the accounts at hand it touches, and the last one of them.
    private final int[] counts;
    private final int[] last;

    Touching(Map<Integer, int[]> groups, List<Integer> order) {
      this.groups = groups;
      this.order = order;
      this.counts = new int[order.size()];
      this.last = new int[order.size()];
      for (int place = 0; place < order.size(); place++) {
        for (int account : members(groups, order.get(place))) {
          for (int p = evidence.start(account); p < evidence.end(account); p++) {
            add(evidence.thingAt(p), place);
          }
        }
      }
    }

    private void add(int thing, int place) {
      if (evidence.thing(thing).facet().underOwnHand()) {
        if (shownBy[thing] == null) {
          shownBy[thing] = new IntArrayList(1);
        }
        IntArrayList known = shownBy[thing];
        if (known.isEmpty() || known.getInt(known.size() - 1) != place) {
          known.add(place);
        }
      }
    }

    /// For each group those before it that show something under their own hand of at least half of
    /// its accounts, ascending.
    int[][] larger() {
      return IntStream.range(0, order.size()).mapToObj(this::larger).toArray(int[][]::new);
    }

    private int[] larger(int place) {
      int[] accounts = members(groups, order.get(place));
      Arrays.fill(counts, 0, place, 0);
      Arrays.fill(last, 0, place, -1);
      for (int account : accounts) {
        for (int p = evidence.start(account); p < evidence.end(account); p++) {
          IntArrayList showing = shownBy[evidence.thingAt(p)];
          for (int i = 0; showing != null && i < showing.size(); i++) {
            int group = showing.getInt(i);
            if (group >= place) {
              break;
            }
            if (last[group] != account) {
              last[group] = account;
              counts[group]++;
            }
          }
        }
      }
      return IntStream.range(0, place)
          .filter(group -> 2 * counts[group] >= accounts.length)
          .toArray();
    }
  }

  /// A group that may be part of a larger one.
  private final class Part {
    private final int[] accounts;
    private final int template;
    private final FacetBits sum = new FacetBits(evidence);
    private final double[] known;

    Part(int[] accounts, ClusterProfile own) {
      this.accounts = accounts;
      this.template = template(own);
      this.known = means(own, ClusterProfile.NO_THING);
    }

    /// Which of some larger groups, from a place on, is the first that it is part of; their number
    /// where there is none.
    int fit(int[] larger, ClusterProfile[] profiles, int from) {
      int at = from;
      while (at < larger.length && !isOf(profiles[larger[at]])) {
        at++;
      }
      return at;
    }

    private boolean isOf(ClusterProfile large) {
      double[] claimed = means(large, ClusterProfile.NO_THING);
      List<Facet> own = new ArrayList<>();
      int agreeing = 0;
      for (Facet facet : Facet.values()) {
        double bits = claimed[facet.index()];
        if (bits >= MIN_OTHER_BITS && known[facet.index()] - bits <= SAME) {
          agreeing++;
          if (bits >= MIN_OWN_BITS && facet.underOwnHand()) {
            own.add(facet);
          }
        }
      }
      if (own.isEmpty() || agreeing < 2) {
        return false;
      }
      double[] rest = template == ClusterProfile.NO_THING ? claimed : means(large, template);
      return own.stream().anyMatch(facet -> rest[facet.index()] >= MIN_OTHER_BITS);
    }

    /// Mean bits in each facet by which a profile claims the accounts.
    private double[] means(ClusterProfile profile, int ignored) {
      double[] means = new double[Facet.values().length];
      for (int account : accounts) {
        double[] bits = profile.bitsOf(account, ignored, sum);
        for (int f = 0; f < means.length; f++) {
          means[f] += bits[f] / accounts.length;
        }
      }
      return means;
    }
  }

  /// The commonest skeleton of a group if people in no group at all use it as well: two operators
  /// may have it from one source. Else a thing that nobody shows.
  private int template(ClusterProfile small) {
    int skeleton = small.commonest(Facet.PROMPT);
    if (skeleton == ClusterProfile.NO_THING) {
      return skeleton;
    }
    return commonness.isPublic(skeleton) ? skeleton : ClusterProfile.NO_THING;
  }
}
