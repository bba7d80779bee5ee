package io.iolaus.cypher.cluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything about one cluster but its members.
///
/// @param evidence what its members share, the strongest first, at most [#MAX_EVIDENCE] of
///   `evidenceTotal`
/// @param hypotheses who may stand behind it, the likeliest first; what no organization explains is
///   among them
/// @param supply what it has in common with other clusters that are other operators; null where
///   there is none
public record ClusterDetail(
    @JsonUnwrapped ClusterSummary summary,
    List<FacetScore> facetScores,
    List<Signal> signals,
    List<Evidence> evidence,
    long evidenceTotal,
    List<Hypothesis> hypotheses,
    List<TimelineDay> timeline,
    @Nullable Supply supply,
    @Nullable RunStamp run) {

  public static final int MAX_EVIDENCE = 200;

  public ClusterDetail {
    facetScores = List.copyOf(facetScores);
    signals = List.copyOf(signals);
    evidence = List.copyOf(evidence);
    hypotheses = List.copyOf(hypotheses);
    timeline = List.copyOf(timeline);
  }

  /// What one facet contributes.
  ///
  /// @param without the linked score if this facet had never been seen
  public record FacetScore(String facet, double bits, double without) {}

  /// One thing that makes the cluster look abusive.
  public record Signal(
      @Nullable String id,
      @Nullable String label,
      @Nullable Double value,
      @Nullable Double weight,
      @Nullable String text) {}

  /// One thing that members share.
  ///
  /// @param members how many of the cluster share it
  /// @param total how many accounts share it anywhere
  /// @param discounted whether it was given less weight than its bits, and `reason` why
  public record Evidence(
      String type,
      String key,
      String label,
      @Nullable String facet,
      @Nullable String detector,
      double bits,
      long members,
      long total,
      boolean discounted,
      @Nullable String reason) {}

  /// One answer to who stands behind the cluster.
  ///
  /// @param organization null for what no known organization explains
  /// @param named whether the confidence reaches the naming threshold
  public record Hypothesis(
      @Nullable OrganizationName organization,
      String label,
      double confidence,
      boolean named,
      List<String> kinds,
      List<HypothesisEvidence> evidence) {
    public Hypothesis {
      kinds = List.copyOf(kinds);
      evidence = List.copyOf(evidence);
    }
  }

  public record OrganizationName(String id, String name) {}

  public record HypothesisEvidence(@Nullable String kind, String text) {}

  public record TimelineDay(LocalDate day, long exchanges, long accounts) {}

  /// A seller of exits who supplies several clusters: "same reseller", never "same operator".
  ///
  /// @param exits how many addresses and ranges at least two of its tenants use
  /// @param through the most used of them
  /// @param share the part of the cluster's activity, 0..1, that is on them
  /// @param tenants the other clusters, by id
  public record Supply(
      String id, long exits, List<String> through, double share, List<Tenant> tenants) {
    public Supply {
      through = List.copyOf(through);
      tenants = List.copyOf(tenants);
    }
  }

  /// Another cluster with the same supply.
  public record Tenant(String id, ClusterState state, long accounts, double share) {}

  /// The run that this cluster was written by.
  public record RunStamp(String id, @Nullable Instant asOf, @Nullable Instant recordedAt) {}
}
