package io.iolaus.cypher.cluster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One account of a cluster, as it stands in the members table.
public record Member(
    String account,
    ClusterState state,
    double membership,
    double bits,
    List<FacetBits> facets,
    long exchanges,
    @Nullable Instant createdAt,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    @Nullable String status,
    @Nullable String emailDomain) {
  public Member {
    facets = List.copyOf(facets);
  }

  /// What one facet adds, in bits.
  public record FacetBits(String facet, double bits) {}
}
