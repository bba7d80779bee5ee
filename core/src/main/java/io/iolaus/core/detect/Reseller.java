package io.iolaus.core.detect;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.graph.Components;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Support;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A hypothesis that several clusters are supplied by one seller of exits: they have most of their
/// addresses in common, and are not one operator for all that.
///
/// A level of its own: a common proxy says "same reseller", never "same operator". Nothing else is
/// concluded from it, and no account belongs to it.
///
/// @param id `r-` and the id of its first tenant
/// @param tenants at least two, by id
/// @param exits places of the addresses and ranges in the evidence that at least two tenants use,
///   the most used ones first
public record Reseller(String id, List<Tenant> tenants, List<Integer> exits) {

  /// A cluster that it supplies.
  ///
  /// @param share the part of the cluster's activity, 0..1, on exits that another tenant uses too
  public record Tenant(String cluster, double share) {}

  /// Bits from which on an exit is the cluster's, and not everybody's.
  private static final double OWN_BITS = 3;

  /// Of two clusters with one supply, each has this part of its activity on exits of both.
  private static final double MOST = 0.5;

  public Reseller {
    tenants = List.copyOf(tenants);
    exits = List.copyOf(exits);
  }

  /// Those of some clusters, by id.
  ///
  /// @param clusters with their ids
  public static List<Reseller> of(List<FoundCluster> clusters, EvidenceGraph evidence) {
    List<Int2DoubleMap> uses = clusters.stream().map(c -> uses(c, evidence)).toList();
    Components components = new Components(clusters.size());
    boolean[] tenant = new boolean[clusters.size()];
    for (int a = 0; a < uses.size(); a++) {
      for (int b = a + 1; b < uses.size(); b++) {
        if (common(uses.get(a), uses.get(b)) >= MOST && common(uses.get(b), uses.get(a)) >= MOST) {
          components.join(a, b);
          tenant[a] = true;
          tenant[b] = true;
        }
      }
    }
    List<Reseller> resellers = new ArrayList<>();
    for (int root = 0; root < tenant.length; root++) {
      List<Integer> members = new ArrayList<>();
      for (int c = 0; c < tenant.length; c++) {
        if (tenant[c] && components.of(c) == root) {
          members.add(c);
        }
      }
      if (!members.isEmpty()) {
        resellers.add(of(members, clusters, uses));
      }
    }
    resellers.sort(Comparator.comparing(Reseller::id));
    return resellers;
  }

  private static Reseller of(
      List<Integer> members, List<FoundCluster> clusters, List<Int2DoubleMap> uses) {
    Int2DoubleOpenHashMap used = new Int2DoubleOpenHashMap();
    IntOpenHashSet once = new IntOpenHashSet();
    IntOpenHashSet common = new IntOpenHashSet();
    for (int member : members) {
      for (Int2DoubleMap.Entry use : uses.get(member).int2DoubleEntrySet()) {
        used.addTo(use.getIntKey(), use.getDoubleValue());
        if (!once.add(use.getIntKey())) {
          common.add(use.getIntKey());
        }
      }
    }
    Int2DoubleMap shared = new Int2DoubleOpenHashMap();
    common.forEach(exit -> shared.put(exit, 1));
    List<Tenant> tenants =
        members.stream()
            .map(m -> new Tenant(clusters.get(m).id(), common(uses.get(m), shared)))
            .sorted(Comparator.comparing(Tenant::cluster))
            .toList();
    List<Integer> exits =
        common
            .intStream()
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer exit) -> -used.get((int) exit))
                    .thenComparing(exit -> exit))
            .toList();
    return new Reseller("r-" + tenants.getFirst().cluster(), tenants, exits);
  }

  /// How much of a cluster's activity is on each of its exits, in accounts' worth.
  private static Int2DoubleMap uses(FoundCluster cluster, EvidenceGraph evidence) {
    IntOpenHashSet members = new IntOpenHashSet();
    cluster.members().forEach(m -> members.add(m.account()));
    Int2DoubleMap uses = new Int2DoubleOpenHashMap();
    for (Support support : cluster.supports()) {
      SharedThing thing = evidence.thing(support.thing());
      if (thing.facet() == Facet.NETWORK && support.bits() >= OWN_BITS) {
        double sum = 0;
        for (int p = 0; p < thing.size(); p++) {
          sum += members.contains(thing.member(p)) ? thing.strength(p) : 0;
        }
        uses.put(support.thing(), sum);
      }
    }
    return uses;
  }

  /// The part of one's use that is of what the other uses, too; 0 where there is none.
  private static double common(Int2DoubleMap one, Int2DoubleMap other) {
    double all = 0;
    double both = 0;
    for (Int2DoubleMap.Entry use : one.int2DoubleEntrySet()) {
      all += use.getDoubleValue();
      both += other.containsKey(use.getIntKey()) ? use.getDoubleValue() : 0;
    }
    return all == 0 ? 0 : both / all;
  }
}
