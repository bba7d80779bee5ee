package io.iolaus.cypher.cluster;

import io.iolaus.cypher.read.PageKey;
import org.jspecify.annotations.Nullable;

/// Which members of a cluster to list, in which order, from where.
///
/// @param limit 1..1000
public record MemberQuery(
    @Nullable ClusterState state,
    Sort sort,
    boolean descending,
    int limit,
    @Nullable PageKey after) {
  public MemberQuery {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit must be 1..1000, was " + limit);
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
