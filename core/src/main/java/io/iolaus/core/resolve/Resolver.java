package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// From shared things to groups of accounts that one operator runs.
///
/// 1. *Rounds of linking.* Pairs of independent owners are scored ({@link PairScore}), accepted
///    links fall into communities ({@link Communities}), and each community becomes one owner of
///    the next round. So rarity is always counted over owners: twelve card rings that use one
///    skeleton make it a thing of twelve owners, not of 125 accounts, and it ties the rings
///    together. Rounds end when nothing joins.
/// 2. *Profiles.* Each group of three or more is held as a block against every account that shares
///    something with it ({@link ClusterProfile}): accounts whose evidence makes membership likelier
///    than not come in, others go. An account belongs to its best group.
///
/// Widely shared things are judged anew in every round ({@link HubJudge}). The result is a function
/// of the input alone.
public final class Resolver {

  /// Bits above even odds that a link needs: one false link in about 2^3 accepted at the margin,
  /// far fewer above it.
  private static final double LINK_MARGIN = 3;

  private static final int MAX_ROUNDS = 6;
  private static final int PROFILE_ROUNDS = 3;
  private static final int MIN_GROUP = 3;
  private static final double MIN_FACET_BITS = 2;

  private final EvidenceGraph evidence;
  private final Owners first;

  /// @param contracts accounts that are known to belong together by contract have the same number
  public Resolver(EvidenceGraph evidence, int[] contracts) {
    if (contracts.length != evidence.accounts()) {
      throw new IllegalArgumentException(
          contracts.length + " contracts for " + evidence.accounts() + " accounts");
    }
    this.evidence = evidence;
    this.first = Owners.of(contracts);
  }

  /// Runs the rounds.
  public Resolution resolve() {
    Owners owners = link();
    double[] coverage = coverage(owners);
    Map<Integer, int[]> groups = groups(owners);
    for (int round = 0; round < PROFILE_ROUNDS; round++) {
      owners = joined(groups);
      coverage = coverage(owners);
      groups = refine(groups, owners, weights(coverage));
    }
    owners = joined(groups);
    return report(groups, owners, coverage(owners));
  }

  private Owners link() {
    Owners owners = first;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      OwnerGraph graph = OwnerGraph.of(evidence, owners);
      double[] bits = ThingWeights.bits(evidence, graph);
      LinkFinder.Links links = new LinkFinder(evidence, graph, bits).find(LINK_MARGIN);
      Owners next = owners.joined(Communities.of(owners.count(), links));
      if (next.count() == owners.count()) {
        break;
      }
      owners = next;
    }
    return owners;
  }

  private double[] coverage(Owners owners) {
    return new HubJudge(evidence, OwnerGraph.of(evidence, owners)).coverage();
  }

  private static double[] weights(double[] coverage) {
    return Arrays.stream(coverage).map(HubJudge::weight).toArray();
  }

  /// Groups worth a profile: at least three accounts that linking, not a contract, brought
  /// together.
  private Map<Integer, int[]> groups(Owners owners) {
    Int2ObjectOpenHashMap<IntArrayList> byOwner = new Int2ObjectOpenHashMap<>();
    for (int a = 0; a < owners.accounts(); a++) {
      if (owners.size(owners.of(a)) >= MIN_GROUP && first.size(first.of(a)) == 1) {
        byOwner.computeIfAbsent(owners.of(a), o -> new IntArrayList()).add(a);
      }
    }
    Map<Integer, int[]> groups = new HashMap<>();
    byOwner.forEach((owner, list) -> {
      if (list.size() >= MIN_GROUP) {
        groups.put(owner, list.toIntArray());
      }
    });
    return groups;
  }

  private Owners joined(Map<Integer, int[]> groups) {
    int[] numbers = new int[first.accounts()];
    for (int a = 0; a < numbers.length; a++) {
      numbers[a] = first.of(a);
    }
    for (int[] group : groups.values()) {
      int number = first.count() + group[0];
      for (int account : group) {
        numbers[account] = number;
      }
    }
    return Owners.of(numbers);
  }

  private Map<Integer, int[]> refine(
      Map<Integer, int[]> groups, Owners owners, double[] hubWeight) {
    double[] bestBits = new double[evidence.accounts()];
    int[] bestGroup = new int[evidence.accounts()];
    Arrays.fill(bestGroup, -1);
    groups.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> {
          ClusterProfile profile =
              new ClusterProfile(evidence, hubWeight, entry.getValue(), owners);
          for (int account : candidates(entry.getValue(), profile, hubWeight)) {
            Map<Facet, Double> facets = profile.evidence(account);
            double bits = sum(facets) + profile.prior(owners.count());
            if (bits > 0
                && facetsOf(facets) >= 2
                && (bestGroup[account] < 0 || bits > bestBits[account])) {
              bestBits[account] = bits;
              bestGroup[account] = entry.getKey();
            }
          }
        });
    Map<Integer, IntArrayList> lists = new HashMap<>();
    for (int a = 0; a < bestGroup.length; a++) {
      if (bestGroup[a] >= 0) {
        lists.computeIfAbsent(bestGroup[a], g -> new IntArrayList()).add(a);
      }
    }
    Map<Integer, int[]> refined = new HashMap<>();
    lists.forEach((group, list) -> {
      if (list.size() >= MIN_GROUP) {
        refined.put(group, list.toIntArray());
      }
    });
    return refined;
  }

  /// The group itself and every account without a contract that shares something of weight with it.
  private int[] candidates(int[] group, ClusterProfile profile, double[] hubWeight) {
    IntOpenHashSet candidates = new IntOpenHashSet(group);
    for (int thing : profile.things()) {
      if (hubWeight[thing] * profile.bits(thing) >= MIN_FACET_BITS) {
        for (int p = 0; p < evidence.thing(thing).size(); p++) {
          int account = evidence.thing(thing).member(p);
          if (first.size(first.of(account)) == 1) {
            candidates.add(account);
          }
        }
      }
    }
    int[] sorted = candidates.toIntArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private Resolution report(Map<Integer, int[]> groups, Owners owners, double[] coverage) {
    double[] hubWeight = weights(coverage);
    List<Group> result = new ArrayList<>();
    for (int[] group : groups.values()) {
      ClusterProfile profile = new ClusterProfile(evidence, hubWeight, group, owners);
      List<Member> members = new ArrayList<>();
      for (int account : group) {
        Map<Facet, Double> facets = profile.evidence(account);
        members.add(new Member(account, facets, sum(facets) + profile.prior(owners.count())));
      }
      List<Support> supports = new ArrayList<>();
      for (int thing : profile.things()) {
        supports.add(
            new Support(thing, profile.members(thing), profile.bits(thing), coverage[thing]));
      }
      supports.sort(
          Comparator.comparingDouble((Support s) -> -s.bits() * s.members())
              .thenComparingInt(Support::thing));
      result.add(new Group(members, supports));
    }
    Map<Integer, Double> hubs = new HashMap<>();
    for (int t = 0; t < coverage.length; t++) {
      if (coverage[t] < 1) {
        hubs.put(t, coverage[t]);
      }
    }
    return new Resolution(result, hubs);
  }

  private static double sum(Map<Facet, Double> facets) {
    double sum = 0;
    for (Facet facet : Facet.values()) {
      sum += facets.getOrDefault(facet, 0.0);
    }
    return sum;
  }

  private static int facetsOf(Map<Facet, Double> facets) {
    int count = 0;
    for (double bits : facets.values()) {
      if (bits >= MIN_FACET_BITS) {
        count++;
      }
    }
    return count;
  }
}
