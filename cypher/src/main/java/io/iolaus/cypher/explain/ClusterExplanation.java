package io.iolaus.cypher.explain;

import io.iolaus.cypher.cluster.ClusterDetail.RunStamp;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.entity.EntityType;
import java.util.List;

/// What ties a cluster, what was discounted, and who is nearly in it.
///
/// @param accounts members, labelled or for review
/// @param owners independent owners that the run saw in all
/// @param facets what ties it, in the fixed order of facets
/// @param discounted what was taken for shared infrastructure, what most members show first, at
///   most [#MAX_DISCOUNTED] of `discountedTotal`
/// @param nearest accounts outside that share most with it, the nearest first
/// @param decisions what people decided that bears on it, the earliest first
/// @param text the same in sentences
public record ClusterExplanation(
    String cluster,
    ClusterState state,
    RunStamp run,
    double linked,
    int accounts,
    int owners,
    List<FacetTie> facets,
    List<Thing> discounted,
    int discountedTotal,
    List<NearAccount> nearest,
    List<DecisionRow> decisions,
    List<String> text) {

  /// The most things that a facet shows.
  public static final int MAX_THINGS = 20;

  /// The most discounted things shown.
  public static final int MAX_DISCOUNTED = 20;

  public ClusterExplanation {
    facets = List.copyOf(facets);
    discounted = List.copyOf(discounted);
    nearest = List.copyOf(nearest);
    decisions = List.copyOf(decisions);
    text = List.copyOf(text);
  }

  /// What one facet contributes.
  ///
  /// @param bits mean evidence over the members
  /// @param without the linked score had nothing ever been known of it
  /// @param agreement the part of the cluster, 0..1, that is of one mind in it
  /// @param things what members share in it, what ties most first, at most [#MAX_THINGS] of
  ///   `thingsTotal`
  public record FacetTie(
      String facet,
      double bits,
      double without,
      double agreement,
      List<Thing> things,
      int thingsTotal,
      String text) {
    public FacetTie {
      things = List.copyOf(things);
    }
  }

  /// One thing that members share.
  ///
  /// @param bits by which a member is likelier to show it than an outsider
  /// @param members how many of the cluster show it
  /// @param elsewhere how many accounts outside show it
  /// @param coverage the part of its users, 0..1, that something else ties together; 1 for no hub
  public record Thing(
      EntityType type,
      String key,
      String label,
      String detector,
      double bits,
      int members,
      int elsewhere,
      double coverage,
      String text) {}
}
