package io.iolaus.cypher.subgraph;

import com.fasterxml.jackson.annotation.JsonValue;

/// How closely a graph is looked at.
public enum SubgraphLevel {
  /// Groups of accounts instead of accounts: every account is in exactly one.
  OVERVIEW("overview"),
  /// The strongest of what holds the accounts together, with accounts that share the same as one.
  DEFAULT("default"),
  /// Everything, up to [SubgraphLimits#MOST].
  FULL("full");

  private final String text;

  SubgraphLevel(String text) {
    this.text = text;
  }

  /// As it stands in URLs and in JSON.
  @JsonValue
  public String text() {
    return text;
  }
}
