package io.iolaus.cypher.cluster;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How sure the product is: of a cluster as a whole, or of one account in it.
public enum ClusterState {
  /// Two independent facets or more, linked and abusive.
  LABELLED,
  /// Worth a look, never to be acted on alone.
  REVIEW;

  /// As it stands in the graph and in all output: `labelled`, `review`.
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ClusterState of(String text) {
    for (ClusterState state : values()) {
      if (state.text().equals(text)) {
        return state;
      }
    }
    throw new IllegalArgumentException("state must be labelled or review, was " + text);
  }
}
