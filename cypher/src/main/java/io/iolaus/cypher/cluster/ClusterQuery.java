package io.iolaus.cypher.cluster;

import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.suppression.Suppressed;
import org.jspecify.annotations.Nullable;

/// Which clusters to list, in which order, from where. Null filters let everything through.
///
/// @param text part of an id, of a capability or of the organization's name
/// @param limit 1..1000
/// @param hidden what is left out because people suppressed it
public record ClusterQuery(
    @Nullable ClusterState state,
    @Nullable String text,
    @Nullable String organization,
    Sort sort,
    boolean descending,
    int limit,
    @Nullable PageKey after,
    Suppressed hidden) {
  public ClusterQuery {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit must be 1..1000, was " + limit);
    }
  }

  /// What to sort by; ties go by id.
  public enum Sort {
    SCORE("score"),
    ACCOUNTS("accounts"),
    EXCHANGES("exchanges"),
    FIRST_SEEN("firstSeen"),
    LAST_SEEN("lastSeen");

    private final String text;

    Sort(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
