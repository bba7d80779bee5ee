package io.iolaus.cypher.cluster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One cluster as it stands in a list. Figures are over its labelled members, over all in a
/// `review` cluster.
///
/// @param score 0..1, as are `linked` and `abusive`
/// @param reviewAccounts members that are worth a look but not labelled
/// @param facets independent kinds of evidence, in a fixed order
/// @param organization null where nothing reaches the naming threshold
public record ClusterSummary(
    String id,
    ClusterState state,
    double score,
    double linked,
    double abusive,
    long accounts,
    long reviewAccounts,
    long exchanges,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    List<CapabilityShare> capabilities,
    List<String> facets,
    @Nullable NamedOrganization organization) {
  public ClusterSummary {
    capabilities = List.copyOf(capabilities);
    facets = List.copyOf(facets);
  }
}
