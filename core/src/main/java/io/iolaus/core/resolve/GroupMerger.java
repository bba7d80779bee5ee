package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
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

  /// A skeleton of whose users this part is in no group is public.
  private static final double PUBLIC = 0.1;

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
    Map<Integer, ClusterProfile> profiles = new HashMap<>();
    Map<Integer, Integer> into = new HashMap<>();
    Int2ObjectOpenHashMap<IntArrayList> shownBy = shownBy(groups, order);
    for (int small : order) {
      IntOpenHashSet touched = touched(members(groups, small), shownBy);
      touched.removeAll(into.keySet());
      Part part = null;
      for (int large : order) {
        if (large == small) {
          break;
        }
        if (touched.contains(large)) {
          if (part == null) {
            part = new Part(members(groups, small), profile(profiles, groups, small));
          }
          if (part.isOf(profile(profiles, groups, large))) {
            into.put(small, large);
            break;
          }
        }
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

  private ClusterProfile profile(
      Map<Integer, ClusterProfile> profiles, Map<Integer, int[]> groups, int group) {
    return profiles.computeIfAbsent(
        group, g -> ClusterProfile.of(evidence, members(groups, g), commonness));
  }

  /// For each thing under an operator's own hand the groups that show it.
  private Int2ObjectOpenHashMap<IntArrayList> shownBy(
      Map<Integer, int[]> groups, List<Integer> order) {
    Int2ObjectOpenHashMap<IntArrayList> shownBy = new Int2ObjectOpenHashMap<>();
    for (int group : order) {
      for (int account : members(groups, group)) {
        for (int p = evidence.start(account); p < evidence.end(account); p++) {
          int thing = evidence.thingAt(p);
          if (evidence.thing(thing).facet().underOwnHand()) {
            IntArrayList known = shownBy.computeIfAbsent(thing, t -> new IntArrayList(1));
            if (known.isEmpty() || known.getInt(known.size() - 1) != group) {
              known.add(group);
            }
          }
        }
      }
    }
    return shownBy;
  }

  /// Groups that show something under their own hand of at least half of the accounts.
  private IntOpenHashSet touched(int[] accounts, Int2ObjectOpenHashMap<IntArrayList> shownBy) {
    Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
    IntOpenHashSet one = new IntOpenHashSet();
    for (int account : accounts) {
      one.clear();
      for (int p = evidence.start(account); p < evidence.end(account); p++) {
        IntArrayList showing = shownBy.get(evidence.thingAt(p));
        if (showing != null) {
          one.addAll(showing);
        }
      }
      for (int group : one) {
        counts.addTo(group, 1);
      }
    }
    IntOpenHashSet touched = new IntOpenHashSet();
    for (Int2IntMap.Entry entry : counts.int2IntEntrySet()) {
      if (2 * entry.getIntValue() >= accounts.length) {
        touched.add(entry.getIntKey());
      }
    }
    return touched;
  }

  /// A group that may be part of a larger one.
  private final class Part {
    private final int[] accounts;
    private final int template;
    private final double[] known;

    Part(int[] accounts, ClusterProfile own) {
      this.accounts = accounts;
      this.template = template(own);
      this.known = means(own, ClusterProfile.NO_THING);
    }

    boolean isOf(ClusterProfile large) {
      double[] claimed = means(large, ClusterProfile.NO_THING);
      double[] rest = template == ClusterProfile.NO_THING ? claimed : means(large, template);
      boolean own = false;
      int agreeing = 0;
      for (Facet facet : Facet.values()) {
        double bits = claimed[facet.index()];
        if (bits >= MIN_OTHER_BITS && known[facet.index()] - bits <= SAME) {
          agreeing++;
          own |=
              bits >= MIN_OWN_BITS && facet.underOwnHand() && rest[facet.index()] >= MIN_OTHER_BITS;
        }
      }
      return own && agreeing >= 2;
    }

    /// Mean bits in each facet by which a profile claims the accounts.
    private double[] means(ClusterProfile profile, int ignored) {
      double[] means = new double[Facet.values().length];
      for (int account : accounts) {
        double[] bits = profile.bitsOf(account, ignored);
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
    SharedThing thing = evidence.thing(skeleton);
    Owners owners = commonness.owners();
    long people =
        IntStream.range(0, thing.size())
            .filter(p -> owners.size(owners.of(thing.member(p))) == 1)
            .count();
    return people >= PUBLIC * thing.size() ? skeleton : ClusterProfile.NO_THING;
  }
}
