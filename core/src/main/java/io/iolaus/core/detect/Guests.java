package io.iolaus.core.detect;

import io.iolaus.core.decision.Bonds;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.core.resolve.ClusterProfile;
import io.iolaus.core.resolve.EvidenceGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts accounts into the clusters that people say they are of, when these have their names.
///
/// What is decided about an account says nothing of others, so nothing but its own membership
/// changes: it is no part of what the cluster is known by, and is for review whatever it shows.
/// Where people tie accounts of several clusters, those of the others are in both: what was found
/// is not lost for what was said.
public final class Guests {

  private final Population population;
  private final EvidenceGraph evidence;
  private final Bonds bonds;

  public Guests(Population population, EvidenceGraph evidence, Bonds bonds) {
    this.population = population;
    this.evidence = evidence;
    this.bonds = bonds;
  }

  /// The clusters in their order, with those who are said to be of them.
  public List<FoundCluster> into(List<FoundCluster> clusters) {
    Map<String, Set<String>> guests = new HashMap<>();
    Map<String, Set<String>> members = members(clusters);
    for (Bonds.Bond bond : bonds.bonds()) {
      target(bond, clusters, members)
          .ifPresent(cluster ->
              guests
                  .computeIfAbsent(cluster.id(), c -> new java.util.TreeSet<>())
                  .addAll(bond.accounts()));
    }
    if (guests.isEmpty()) {
      return clusters;
    }
    return clusters.stream()
        .map(cluster -> with(cluster, guests.getOrDefault(cluster.id(), Set.of()), members))
        .toList();
  }

  private static Map<String, Set<String>> members(List<FoundCluster> clusters) {
    Map<String, Set<String>> members = new TreeMap<>();
    clusters.forEach(cluster ->
        members.put(
            cluster.id(),
            cluster.members().stream().map(FoundMember::id).collect(Collectors.toSet())));
    return members;
  }

  /// The cluster that people name; else the one that most of the accounts are in, of several a
  /// labelled one, the largest, the first.
  private static Optional<FoundCluster> target(
      Bonds.Bond bond, List<FoundCluster> clusters, Map<String, Set<String>> members) {
    for (String named : bond.clusters()) {
      Optional<FoundCluster> found =
          clusters.stream().filter(c -> c.id().equals(named)).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return clusters.stream()
        .filter(c -> common(bond, members.getOrDefault(c.id(), Set.of())) > 0)
        .min(
            Comparator.comparingLong(
                    (FoundCluster c) -> -common(bond, members.getOrDefault(c.id(), Set.of())))
                .thenComparing(c -> !c.labelled())
                .thenComparingInt(c -> -c.members().size())
                .thenComparing(FoundCluster::id));
  }

  private static long common(Bonds.Bond bond, Set<String> members) {
    return bond.accounts().stream().filter(members::contains).count();
  }

  private FoundCluster with(
      FoundCluster cluster, Set<String> asked, Map<String, Set<String>> membersOf) {
    Set<String> members = membersOf.getOrDefault(cluster.id(), Set.of());
    int[] own = cluster.members().stream().mapToInt(FoundMember::account).toArray();
    List<FoundMember> guests = new ArrayList<>();
    List<String> others = new ArrayList<>(members);
    for (String account : asked) {
      if (!members.contains(account)
          && may(account)
          && !bonds.apart(account, others, cluster.id())) {
        guests.add(guest(account, ClusterProfile.of(evidence, cluster.profile(), own), cluster));
        others.add(account);
      }
    }
    return guests.isEmpty() ? cluster : cluster.joinedBy(guests, population);
  }

  /// Not one that is not there, nor one that people call legitimate.
  private boolean may(String account) {
    int index = population.indexOf(account);
    return index >= 0 && population.get(index).verdict() != Verdict.LEGITIMATE;
  }

  private FoundMember guest(String id, ClusterProfile profile, FoundCluster cluster) {
    int account = population.indexOf(id);
    Map<Facet, Double> facets = profile.evidence(account);
    double bits =
        ClusterProfile.prior(cluster.profile().size(), cluster.profile().owners())
            + facets.values().stream().mapToDouble(b -> b).sum();
    return new FoundMember(
        account, id, false, MemberRule.probability(bits), bits, facets, 0, 0, false, true, false);
  }
}
