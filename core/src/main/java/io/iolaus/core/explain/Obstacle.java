package io.iolaus.core.explain;

import io.iolaus.core.detect.MemberRule;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.explain.Standing.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Why an account is not in a cluster, or is in it but not labelled.
public enum Obstacle {
  /// An organization vouches for it by contract, or pays for it: such accounts are never drawn into
  /// a group.
  CONTRACT,
  /// Those who decided about it agree that it is legitimate: it is never drawn into a group.
  LEGITIMATE,
  /// All in all it is likelier out than in.
  LIKELIER_OUT,
  /// Fewer than two facets speak for it.
  FEW_FACETS,
  /// It would be taken in, but is not: it is at the margin, has changed since the run, or another
  /// group knows it better.
  ELSEWHERE,
  /// The cluster as a whole is for review only.
  CLUSTER_FOR_REVIEW,
  /// It belongs, but not beyond doubt.
  IN_DOUBT,
  /// Fewer than two facets speak for it so that they count for a label.
  FEW_STRONG_FACETS,
  /// It has no share of its own in what the cluster is after.
  NO_PURPOSE,
  /// What it asks speaks against it.
  OTHER_PROMPTS,
  /// All that ties it to the cluster is what a bystander may share as well.
  BYSTANDER,
  /// Neither how it pays nor what it came with says that it belongs, and it works off too few of
  /// the cluster's skeletons to be more than somebody with a public template.
  FEW_SKELETONS,
  /// What it pays or signs in with says that it belongs, but ties it to a handful of the cluster
  /// alone, and it works off too few of the cluster's skeletons to be more than they are.
  HANDFUL,
  /// It works off too few of them, and how it pays or what it came with says that it is a stranger.
  STRANGER;

  /// As in all output: lower case, with hyphens.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// All that keep an account where it stands; none for a labelled one.
  public static List<Obstacle> of(Weighing weighing, Standing now) {
    List<Obstacle> found = new ArrayList<>();
    if (weighing.account().contract()) {
      found.add(CONTRACT);
    }
    if (weighing.account().legitimate()) {
      found.add(LEGITIMATE);
    }
    if (now.bits() <= 0) {
      found.add(LIKELIER_OUT);
    }
    if (MemberRule.memberFacets(now.facets()) < MemberRule.FACETS) {
      found.add(FEW_FACETS);
    }
    if (!weighing.member() && found.isEmpty()) {
      found.add(ELSEWHERE);
    }
    if (now.state() == State.REVIEW && weighing.member()) {
      label(weighing, now, found);
    }
    return List.copyOf(found);
  }

  private static void label(Weighing weighing, Standing now, List<Obstacle> found) {
    if (!weighing.labelled()) {
      found.add(CLUSTER_FOR_REVIEW);
    }
    if (now.membership() < MemberRule.LABEL_MEMBERSHIP) {
      found.add(IN_DOUBT);
    }
    if (MemberRule.labelFacets(now.facets()) < MemberRule.FACETS) {
      found.add(FEW_STRONG_FACETS);
    }
    if (now.own() < MemberRule.ownShareNeeded(now.facets(), now.part())) {
      found.add(NO_PURPOSE);
    }
    if (now.bits(Facet.PROMPT) < 0) {
      found.add(OTHER_PROMPTS);
    }
    if (!now.part().active()) {
      found.add(BYSTANDER);
    }
    if (now.part().skeletons() < MemberRule.skeletonsNeeded(now.facets(), now.part().anchored())) {
      found.add(tooFew(now));
    }
  }

  private static Obstacle tooFew(Standing now) {
    if (MemberRule.identified(now.facets())) {
      return HANDFUL;
    }
    return MemberRule.stranger(now.facets()) ? STRANGER : FEW_SKELETONS;
  }
}
