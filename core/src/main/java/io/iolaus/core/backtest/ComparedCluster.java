package io.iolaus.core.backtest;

import java.util.Set;

/// A cluster, as far as it is compared.
///
/// @param members ids of all its accounts
/// @param labelled of those that are labelled; none in a cluster for review
public record ComparedCluster(String id, Set<String> members, Set<String> labelled) {
  public ComparedCluster {
    members = Set.copyOf(members);
    labelled = Set.copyOf(labelled);
  }
}
