package io.iolaus.core.explain;

import io.iolaus.core.detect.Involvement;
import io.iolaus.core.detect.MemberRule;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.explain.Standing.State;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an account stands with a cluster by the rules of a run, with all or some of what it shows.
/// The weights are those of the run that judged the cluster; what the account shows is what it is
/// asked with.
public final class Weighing {

  private final StoredProfile profile;
  private final AccountView account;
  private final Holding holding;
  private final boolean member;
  private final boolean labelled;
  private final double prior;

  /// @param counted what the account brought into the profile; null where it is no member
  /// @param labelled whether the cluster is labelled
  public Weighing(
      StoredProfile profile,
      AccountView account,
      @Nullable CountedLinks counted,
      boolean labelled) {
    this.profile = profile;
    this.account = account;
    this.holding = new Holding(profile, account, counted);
    this.member = counted != null;
    this.labelled = labelled;
    this.prior = holding.prior();
  }

  boolean member() {
    return member;
  }

  boolean labelled() {
    return labelled;
  }

  AccountView account() {
    return account;
  }

  StoredProfile profile() {
    return profile;
  }

  Holding holding() {
    return holding;
  }

  /// Prior log-odds, in bits, that any one account belongs to the cluster.
  public double prior() {
    return prior;
  }

  /// Where it stands by all that it shows.
  public Standing standing() {
    return standing(account.all());
  }

  /// Where it would stand by these links alone, by their places.
  public Standing standing(BitSet kept) {
    return standing(
        holding.evidence(List.of(kept)).getFirst(),
        new Involvement(
            holding.own(kept),
            holding.skeletons(kept),
            holding.active() || holding.active(kept),
            holding.anchored(kept),
            profile.usual()));
  }

  /// Where it would stand had nothing ever been known of a facet.
  public Standing without(Facet facet) {
    Standing now = standing();
    Map<Facet, Double> facets = new EnumMap<>(Facet.class);
    facets.putAll(now.facets());
    facets.remove(facet);
    BitSet others = account.all();
    for (int i = 0; i < account.links().size(); i++) {
      if (account.links().get(i).facet() == facet) {
        others.clear(i);
      }
    }
    return standing(
        facets,
        new Involvement(
            facet == Facet.PROMPT ? holding.ownWithoutPrompts() : now.own(),
            holding.skeletons(others),
            holding.active() || holding.active(others),
            holding.anchored(others),
            profile.usual()));
  }

  Standing standing(Map<Facet, Double> facets, Involvement part) {
    double bits = prior;
    for (Facet facet : Facet.values()) {
      bits += facets.getOrDefault(facet, 0.0);
    }
    return new Standing(facets, bits, part, state(facets, bits, part));
  }

  private State state(Map<Facet, Double> facets, double bits, Involvement part) {
    if (account.contract() || account.legitimate() || !MemberRule.belongs(facets, bits)) {
      return State.OUTSIDE;
    }
    boolean label = member && labelled && MemberRule.participates(facets, bits, part);
    return label ? State.LABELLED : State.REVIEW;
  }
}
