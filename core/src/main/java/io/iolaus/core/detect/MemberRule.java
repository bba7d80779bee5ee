package io.iolaus.core.detect;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.resolve.ClusterProfile;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What an account needs of its own to be in a group, and to be labelled in a hostile one. Each
/// condition is likelier met the more each facet speaks for the account, never less likely: facets
/// that are taken away can only free it.
public final class MemberRule {

  /// The least probability that a labelled account belongs.
  public static final double LABEL_MEMBERSHIP = 0.9;

  /// The least share of its own in what the group is after that a labelled account has.
  public static final double LABEL_OWN_SHARE = 0.2;

  /// From so many bits on a facet counts for a label.
  public static final double LABEL_FACET_BITS = 3;

  /// From so many bits on a facet counts for membership.
  public static final double MEMBER_FACET_BITS = ClusterProfile.COUNTS;

  /// So many facets must count.
  public static final int FACETS = ClusterProfile.MIN_FACETS;

  /// Who pays and who signs in: what nobody plants on a passive party. An account of which one of
  /// these says that it is a stranger, and none that it belongs, is not labelled whatever else it
  /// shares.
  private static final Set<Facet> IDENTITY = EnumSet.of(Facet.PAYMENT, Facet.CLIENT);

  private static final double STRANGER = 1.5;

  /// Evidence is never quite what it says: probabilities are drawn this much toward even odds.
  private static final double TRUST = 0.7;

  private MemberRule() {}

  /// Probability, 0..1, that an account with these log-odds in bits belongs.
  public static double probability(double bits) {
    return Math.clamp(1 / (1 + Math.pow(2, -TRUST * bits)), 0.0001, 0.9999);
  }

  /// Whether an account is taken into a group.
  ///
  /// @param facets its evidence in each facet, in bits
  /// @param bits log-odds, in bits, that it belongs: prior and facets together
  public static boolean belongs(Map<Facet, Double> facets, double bits) {
    return bits > 0 && speaking(facets, MEMBER_FACET_BITS) >= FACETS;
  }

  /// Whether a member of a hostile group is labelled, as far as the evidence goes: not where an
  /// organization vouches for it, or somebody has decided that it is legitimate.
  ///
  /// @param own its share, 0..1, in what the group is after
  public static boolean participates(Map<Facet, Double> facets, double bits, double own) {
    return probability(bits) >= LABEL_MEMBERSHIP
        && speaking(facets, LABEL_FACET_BITS) >= FACETS
        && own >= LABEL_OWN_SHARE
        && facets.getOrDefault(Facet.PROMPT, 0.0) >= 0
        && !stranger(facets);
  }

  /// Whether payment or client says that an account is a stranger, and neither that it belongs.
  public static boolean stranger(Map<Facet, Double> facets) {
    double least = 0;
    double most = 0;
    for (Facet facet : IDENTITY) {
      least = Math.min(least, facets.getOrDefault(facet, 0.0));
      most = Math.max(most, facets.getOrDefault(facet, 0.0));
    }
    return least <= -STRANGER && most < LABEL_FACET_BITS;
  }

  /// How many facets speak for an account so that they count for a label.
  public static int labelFacets(Map<Facet, Double> facets) {
    return speaking(facets, LABEL_FACET_BITS);
  }

  /// How many facets speak for an account so that they count for membership.
  public static int memberFacets(Map<Facet, Double> facets) {
    return speaking(facets, MEMBER_FACET_BITS);
  }

  private static int speaking(Map<Facet, Double> facets, double least) {
    return (int) facets.values().stream().filter(b -> b >= least).count();
  }
}
