package io.iolaus.core.resolve;

import io.iolaus.core.evidence.EvidencePriors;
import io.iolaus.core.evidence.Facet;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// What the accounts of one group show, against what everybody else shows: a block of evidence
/// (accounts × things), which sees a rotating pool whose pairs of accounts rarely share anything
/// twice.
///
/// An account's evidence in a facet is the log of a mixture: the chance that something it shows
/// comes from the group's profile over the chance that it comes from outside, averaged over what it
/// shows there, weighted by how much of its activity is on it. Showing much does therefore not
/// collect accidental matches. The account itself is left out of the profile it is held against.
public final class ClusterProfile {

  private static final int FACETS = Facet.values().length;
  private static final Facet[] ALL = Facet.values();

  /// Where one thing is common to most of the group, that an account shows none of what the group
  /// shows speaks against it.
  private static final double MAX_DISAGREEMENT = -6;

  /// So many members must show anything in a facet for it to be of one mind.
  private static final int MIN_SHOWING = 5;

  /// From so many bits on a facet or thing speaks for the group.
  private static final double SPEAKS = 2;

  /// From so many bits on a facet counts as one: more than a client or a library's fingerprint can
  /// say.
  public static final double COUNTS = 3;

  /// So many facets must count: one alone, however strong, can have an innocent cause.
  public static final int MIN_FACETS = 2;

  /// No place of a thing.
  static final int NO_THING = -1;

  /// Smaller evidence is none.
  private static final double NOTHING = 0.05;

  private final EvidenceGraph evidence;
  private final ProfileTable table;
  private final IntOpenHashSet inside;
  private final Int2IntOpenHashMap places;

  /// For each thing how many times likelier a member shows it than somebody else, 1 and up.
  private final double[] ratio;

  /// Working space of the thread that made it.
  private final FacetBits sum;

  private ClusterProfile(EvidenceGraph evidence, ProfileTable table, int[] group) {
    this.evidence = evidence;
    this.table = table;
    this.sum = new FacetBits(evidence);
    this.inside = new IntOpenHashSet(group);
    int things = table.things().length;
    this.places = new Int2IntOpenHashMap(things, 0.5f);
    this.places.defaultReturnValue(-1);
    this.ratio = new double[things];
    for (int i = 0; i < things; i++) {
      places.put(table.things()[i], i);
      ratio[i] = ratio(i, 0, 0);
    }
  }

  /// The profile of a group.
  ///
  /// @param group its accounts
  /// @param commonness of things among owners of whom the group is one
  static ClusterProfile of(EvidenceGraph evidence, int[] group, Commonness commonness) {
    return of(evidence, group, group, commonness);
  }

  /// The profile of a part of a group.
  ///
  /// @param some the part
  /// @param group accounts that nobody counts as others, `some` among them
  static ClusterProfile of(EvidenceGraph evidence, int[] some, int[] group, Commonness commonness) {
    ProfileTable table = ProfileTable.of(evidence, some, group, commonness);
    ClusterProfile profile = new ClusterProfile(evidence, table, some);
    profile.agree(some);
    return profile;
  }

  /// A profile that was taken down before, held against the accounts of any evidence.
  ///
  /// @param table its rows name things of `evidence`
  /// @param members accounts of `evidence` that the table has counted in
  public static ClusterProfile of(EvidenceGraph evidence, ProfileTable table, int[] members) {
    return new ClusterProfile(evidence, table, members);
  }

  /// Measures how far the group is of one mind: by the largest part that shows one and the same
  /// thing, or by the part for whom a facet speaks, of those who show anything in it. A pool on
  /// many cards of a few accounts each is of one mind as well.
  private void agree(int[] group) {
    double[] agreement = table.agreement();
    for (int i = 0; i < ratio.length; i++) {
      int facet = evidence.thing(table.things()[i]).facet().index();
      double part = table.members()[i] / (double) table.size();
      if (part > agreement[facet] && EvidencePriors.log2(ratio[i]) >= SPEAKS) {
        agreement[facet] = part;
      }
    }
    int[] showing = new int[FACETS];
    int[] agreeing = new int[FACETS];
    for (int account : group) {
      double[] bits = agreeing(account, NO_THING, sum);
      for (Facet facet : ALL) {
        if (evidence.shows(account, facet)) {
          showing[facet.index()]++;
          agreeing[facet.index()] += bits[facet.index()] >= SPEAKS ? 1 : 0;
        }
      }
    }
    for (int f = 0; f < FACETS; f++) {
      if (showing[f] >= MIN_SHOWING) {
        agreement[f] = Math.max(agreement[f], agreeing[f] / (double) showing[f]);
      }
    }
  }

  /// What it knows; not to be changed.
  public ProfileTable table() {
    return table;
  }

  /// How many of the group show a thing.
  int members(int thing) {
    int at = places.get(thing);
    return at < 0 ? 0 : table.members()[at];
  }

  /// Things that at least two of the group show, ascending.
  int[] things() {
    int[] shared = new int[ratio.length];
    int count = 0;
    for (int i = 0; i < ratio.length; i++) {
      if (table.members()[i] >= 2) {
        shared[count++] = table.things()[i];
      }
    }
    return Arrays.copyOf(shared, count);
  }

  /// The thing of a facet that most of the group show, at least two; else {@link #NO_THING}.
  int commonest(Facet facet) {
    int commonest = NO_THING;
    int most = 1;
    for (int i = 0; i < ratio.length; i++) {
      int thing = table.things()[i];
      int members = table.members()[i];
      if (evidence.thing(thing).facet() == facet
          && (members > most || (members == most && tied(thing, commonest)))) {
        most = members;
        commonest = thing;
      }
    }
    return commonest;
  }

  /// Whether of two things that as many show the first one is the more common elsewhere; what the
  /// order of things in the evidence is plays no part.
  private boolean tied(int thing, int other) {
    if (other == NO_THING) {
      return false;
    }
    int bySize = evidence.thing(thing).size() - evidence.thing(other).size();
    return bySize != 0
        ? bySize > 0
        : evidence.thing(thing).key().compareTo(evidence.thing(other).key()) < 0;
  }

  /// Bits by which a member is likelier to show a thing than an outsider.
  double bits(int thing) {
    int at = places.get(thing);
    return at < 0 ? 0 : EvidencePriors.log2(ratio[at]);
  }

  /// The account's evidence in each facet, in bits; where there is next to none, the facet is left
  /// out.
  public Map<Facet, Double> evidence(int account) {
    double[] bits = bitsOf(account);
    Map<Facet, Double> result = new EnumMap<>(Facet.class);
    for (Facet facet : ALL) {
      if (bits[facet.index()] != 0) {
        result.put(facet, bits[facet.index()]);
      }
    }
    return result;
  }

  /// The same by facet index, 0 where there is next to none; valid until the next call.
  double[] bitsOf(int account) {
    return bitsOf(account, NO_THING);
  }

  /// The same as if the account did not show one thing.
  double[] bitsOf(int account, int ignored) {
    return bitsOf(account, ignored, sum);
  }

  /// The same for one of several threads.
  ///
  /// @param sum working space
  double[] bitsOf(int account, int ignored, FacetBits sum) {
    double[] bits = agreeing(account, ignored, sum);
    for (Facet facet : ALL) {
      int f = facet.index();
      double agreement = table.agreement()[f];
      if (bits[f] <= NOTHING) {
        // 1 - agreement is what a member may lack; at most 6 bits, because a member may also hide
        bits[f] =
            agreement > 0.5 && evidence.shows(account, facet)
                ? Math.max(MAX_DISAGREEMENT, EvidencePriors.log2(1.02 - agreement))
                : 0;
      }
    }
    return bits;
  }

  /// Bits by which the account is likelier in the group than not; 0 for one without two facets.
  double claims(int account) {
    double[] bits = bitsOf(account);
    double sum = prior();
    int facets = 0;
    for (double facet : bits) {
      sum += facet;
      facets += facet >= COUNTS ? 1 : 0;
    }
    return facets >= MIN_FACETS ? Math.max(0, sum) : 0;
  }

  /// Prior log-odds, in bits, that any one account belongs to the group.
  double prior() {
    return prior(table.size(), table.owners());
  }

  /// The same for a group of so many accounts among so many owners.
  public static double prior(int size, int owners) {
    return EvidencePriors.log2(size / (double) Math.max(size + 1, owners));
  }

  private double[] agreeing(int account, int ignored, FacetBits sum) {
    boolean member = inside.contains(account);
    sum.clear();
    for (int p = evidence.start(account); p < evidence.end(account); p++) {
      int thing = evidence.thingAt(p);
      if (thing == ignored) {
        continue;
      }
      float strength = evidence.strengthAt(p);
      int at = places.get(thing);
      if (at >= 0 && table.members()[at] > (member ? 1 : 0)) {
        sum.agree(thing, strength, member ? ratio(at, 1, strength) : ratio[at]);
      } else {
        sum.show(thing, strength);
      }
    }
    return sum.facets();
  }

  private double ratio(int at, int leftOut, double strengthLeftOut) {
    double here = (table.inside()[at] - strengthLeftOut) / Math.max(1, table.size() - leftOut);
    double elsewhere = table.outside()[at] / Math.max(1, table.owners() - 1);
    return Math.clamp(Math.max(1e-9, here) / elsewhere, 1, evidence.maxRatio(table.things()[at]));
  }
}
