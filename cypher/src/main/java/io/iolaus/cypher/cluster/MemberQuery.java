package io.iolaus.cypher.cluster;

import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.suppression.Suppressed;
import org.jspecify.annotations.Nullable;

/// Which members of a cluster to list, in which order, from where.
///
/// @param limit 1..5000
/// @param hidden what is left out because people suppressed it
public record MemberQuery(
    @Nullable ClusterState state,
    Sort sort,
    boolean descending,
    int limit,
    @Nullable PageKey after,
    Suppressed hidden) {
  public MemberQuery {
    if (limit < 1 || limit > 5000) {
      throw new IllegalArgumentException("limit must be 1..5000, was " + limit);
    }
  }

  /// What to sort by; ties go by account.
  public enum Sort {
    MEMBERSHIP("membership"),
    EXCHANGES("exchanges"),
    CREATED_AT("createdAt"),
    ACCOUNT("account");

    private final String text;

    Sort(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
