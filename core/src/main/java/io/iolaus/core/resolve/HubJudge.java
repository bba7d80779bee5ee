package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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

  /// Things are taken in as many runs of their places: threads share nothing.
  private static final int RUNS = 16;

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
    double[] coverage = new double[things.length];
    int length = things.length / RUNS + 1;
    IntStream.range(0, RUNS)
        .parallel()
        .forEach(run -> {
          Overlaps overlaps = new Overlaps(evidence.things().size());
          int end = Math.min(things.length, (run + 1) * length);
          for (int i = run * length; i < end; i++) {
            boolean hub = graph.ownersOf(things[i]).length >= HUB;
            coverage[i] = hub ? coverage(things[i], overlaps) : 1;
          }
        });
    return new Int2DoubleOpenHashMap(things, coverage);
  }

  /// Working space for one hub at a time: how many of its users show another thing.
  private static final class Overlaps {
    private final int[] users;
    private final IntArrayList touched = new IntArrayList();

    Overlaps(int things) {
      users = new int[things];
    }

    void clear() {
      for (int i = 0; i < touched.size(); i++) {
        users[touched.getInt(i)] = 0;
      }
      touched.clear();
    }
  }

  /// What is left of a thing's weight at a coverage: 0 for a mixed hub, 1 for a homogeneous one.
  static double weight(double coverage) {
    return Math.clamp((coverage - MIXED) / (HOMOGENEOUS - MIXED), 0, 1);
  }

  private double coverage(int hub, Overlaps overlaps) {
    int[] users = graph.ownersOf(hub);
    Set<Facet> witnesses = WITNESSES.getOrDefault(evidence.thing(hub).facet(), Set.of());
    for (int user : users) {
      for (int other : graph.thingsOf(user)) {
        if (overlaps.users[other]++ == 0) {
          overlaps.touched.add(other);
        }
      }
    }
    int outside = Math.max(1, graph.owners().count() - users.length);
    for (int i = 0; i < overlaps.touched.size(); i++) {
      int other = overlaps.touched.getInt(i);
      int inside = overlaps.users[other];
      int elsewhere = graph.ownersOf(other).length - inside;
      double lift = (inside / (double) users.length) / ((elsewhere + 1.0) / (outside + 1.0));
      boolean ties =
          other != hub
              && inside >= MIN_OVERLAP
              && lift >= MIN_LIFT
              && witnesses.contains(evidence.thing(other).facet());
      overlaps.users[other] = ties ? inside : 0;
    }
    int covered = 0;
    for (int user : users) {
      for (int other : graph.thingsOf(user)) {
        if (overlaps.users[other] > 0) {
          covered++;
          break;
        }
      }
    }
    overlaps.clear();
    return covered / (double) users.length;
  }
}
