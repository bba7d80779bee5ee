package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Judges what is widely shared by what its users look like, not by how many they are.
///
/// The users of a campus address or a public prompt differ in everything else; the users of a proxy
/// exit are one cohort with the same cards, devices and prompts. The measure is *coverage*: which
/// part of the users shares, in a facet of its own, something that is much more frequent among the
/// users than outside (lift). Mixed hubs carry no weight, homogeneous ones keep it, between the two
/// it rises linearly. Degree alone is known to be a poor judge, and so is an allow-list.
///
/// Timing and creation never make a hub homogeneous: a term start or a hackathon gives these to
/// innocent users of one address.
final class HubJudge {

  /// From this many independent owners on a thing is a hub that has to be judged.
  static final int HUB = 8;

  private static final double MIN_LIFT = 8;
  private static final int MIN_OVERLAP = 3;
  private static final double MIXED = 0.25;
  private static final double HOMOGENEOUS = 0.55;

  private static final Map<Facet, Set<Facet>> WITNESSES =
      Map.of(
          Facet.PAYMENT, EnumSet.of(Facet.NETWORK, Facet.CLIENT, Facet.PROMPT),
          Facet.NETWORK, EnumSet.of(Facet.PAYMENT, Facet.CLIENT, Facet.PROMPT),
          Facet.CLIENT, EnumSet.of(Facet.PAYMENT, Facet.NETWORK, Facet.PROMPT),
          Facet.PROMPT, EnumSet.of(Facet.PAYMENT, Facet.NETWORK, Facet.CLIENT),
          Facet.TIMING, EnumSet.of(Facet.PAYMENT, Facet.NETWORK, Facet.CLIENT, Facet.PROMPT),
          Facet.CREATION, EnumSet.of(Facet.PAYMENT, Facet.NETWORK, Facet.CLIENT, Facet.PROMPT));

  private final EvidenceGraph evidence;
  private final OwnerGraph graph;

  HubJudge(EvidenceGraph evidence, OwnerGraph graph) {
    this.evidence = evidence;
    this.graph = graph;
  }

  /// Coverage of some things: the part of a thing's owners, 0..1, that a witness ties together; 1
  /// for what is no hub.
  Int2DoubleMap coverage(int[] things) {
    double[] coverage =
        Arrays.stream(things)
            .parallel()
            .mapToDouble(t -> graph.ownersOf(t).length < HUB ? 1 : coverage(t))
            .toArray();
    return new Int2DoubleOpenHashMap(things, coverage);
  }

  /// What is left of a thing's weight at a coverage: 0 for a mixed hub, 1 for a homogeneous one.
  static double weight(double coverage) {
    return Math.clamp((coverage - MIXED) / (HOMOGENEOUS - MIXED), 0, 1);
  }

  private double coverage(int hub) {
    int[] users = graph.ownersOf(hub);
    Set<Facet> witnesses = WITNESSES.getOrDefault(evidence.thing(hub).facet(), Set.of());
    Int2IntOpenHashMap overlaps = new Int2IntOpenHashMap();
    for (int user : users) {
      for (int other : graph.thingsOf(user)) {
        if (other != hub && witnesses.contains(evidence.thing(other).facet())) {
          overlaps.addTo(other, 1);
        }
      }
    }
    int outside = Math.max(1, graph.owners().count() - users.length);
    IntOpenHashSet lifted = new IntOpenHashSet();
    for (Int2IntMap.Entry entry : overlaps.int2IntEntrySet()) {
      int inside = entry.getIntValue();
      int elsewhere = graph.ownersOf(entry.getIntKey()).length - inside;
      double lift = (inside / (double) users.length) / ((elsewhere + 1.0) / (outside + 1.0));
      if (inside >= MIN_OVERLAP && lift >= MIN_LIFT) {
        lifted.add(entry.getIntKey());
      }
    }
    int covered = 0;
    for (int user : users) {
      for (int other : graph.thingsOf(user)) {
        if (lifted.contains(other)) {
          covered++;
          break;
        }
      }
    }
    return covered / (double) users.length;
  }
}
