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
  public static final double LABEL_OWN_SHARE = 0.15;

  /// The least share of one that works off several of the group's own skeletons: an account that
  /// carries the traffic of customers besides.
  public static final double LABEL_OWN_SHARE_OF_SEVERAL = 0.05;

  /// The least share of one whom neither payment nor client knows and who works off two.
  public static final double LABEL_OWN_SHARE_OF_UNKNOWN = 0.4;

  /// The least share of any.
  public static final double LABEL_LEAST_OWN_SHARE = 0.02;

  /// Of one that works off more no more is asked than this part of what half of the group has.
  private static final double PART_OF_USUAL = 1 / 3.0;

  /// From so many bits on a facet counts for a label.
  public static final double LABEL_FACET_BITS = 3;

  /// From so many bits on a facet counts for membership.
  public static final double MEMBER_FACET_BITS = ClusterProfile.COUNTS;

  /// So many facets must count.
  public static final int FACETS = ClusterProfile.MIN_FACETS;

  /// Who pays and who signs in: what nobody plants on a passive party. An account of which none of
  /// these says that it belongs may be a bystander with a public template.
  private static final Set<Facet> IDENTITY = EnumSet.of(Facet.PAYMENT, Facet.CLIENT);

  private static final double STRANGER = 1.5;

  /// A public template explains one skeleton of a group, and a person who is fond of templates two:
  /// an account that neither pays nor signs in like the group works off so many if it belongs.
  static final int SKELETONS = 2;

  private static final int SKELETONS_OF_STRANGER = 3;

  /// Of a group's own skeletons at least this part of the use is inside.
  private static final double OWN_PART = 0.1;

  private static final int OTHERS = 2;

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
  /// @param part what it does of what the group is after
  public static boolean participates(Map<Facet, Double> facets, double bits, Involvement part) {
    return probability(bits) >= LABEL_MEMBERSHIP
        && speaking(facets, LABEL_FACET_BITS) >= FACETS
        && part.own() >= ownShareNeeded(facets, part)
        && facets.getOrDefault(Facet.PROMPT, 0.0) >= 0
        && part.active()
        && part.skeletons() >= skeletonsNeeded(facets, part.anchored());
  }

  /// The share of its own in what the group is after that an account must have to be labelled. Who
  /// is not known by payment or client and works off no more skeletons than a person who is fond of
  /// templates may have met must do so with a good part of all it asks. Where the accounts of a
  /// group carry the traffic of customers besides, less is asked of who works off more than those.
  public static double ownShareNeeded(Map<Facet, Double> facets, Involvement part) {
    boolean known = known(facets, part.anchored());
    if (part.skeletons() > SKELETONS) {
      return Math.clamp(
          part.usual() * PART_OF_USUAL,
          LABEL_LEAST_OWN_SHARE,
          known ? LABEL_OWN_SHARE_OF_SEVERAL : LABEL_OWN_SHARE);
    }
    if (known) {
      return part.skeletons() == SKELETONS ? LABEL_OWN_SHARE_OF_SEVERAL : LABEL_OWN_SHARE;
    }
    return LABEL_OWN_SHARE_OF_UNKNOWN;
  }

  /// How many of a group's own skeletons an account must work off to be labelled: none where
  /// payment or client says that it belongs, and the more where one of these says that it is a
  /// stranger or a friend of a handful of the group alone.
  ///
  /// @param anchored see {@link Involvement}
  public static int skeletonsNeeded(Map<Facet, Double> facets, boolean anchored) {
    if (known(facets, anchored)) {
      return 0;
    }
    return stranger(facets) || !anchored ? SKELETONS_OF_STRANGER : SKELETONS;
  }

  /// Whether payment or client says that an account belongs. What ties it to a handful alone says
  /// who its friends are.
  private static boolean known(Map<Facet, Double> facets, boolean anchored) {
    return anchored && identified(facets);
  }

  /// Whether payment or client ties an account to some of the group.
  public static boolean identified(Map<Facet, Double> facets) {
    return IDENTITY.stream().anyMatch(f -> facets.getOrDefault(f, 0.0) >= LABEL_FACET_BITS);
  }

  /// Whether payment or client says that an account is a stranger.
  public static boolean stranger(Map<Facet, Double> facets) {
    return IDENTITY.stream().anyMatch(f -> facets.getOrDefault(f, 0.0) <= -STRANGER);
  }

  /// Whether a skeleton is a group's own as far as one account is concerned.
  ///
  /// @param part of the skeleton's use, 0..1, that is by the group
  /// @param others how many other members show it
  public static boolean ownSkeleton(double part, int others) {
    return part >= OWN_PART && others >= OTHERS;
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
