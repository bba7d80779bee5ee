package io.iolaus.core.path;

import java.util.List;

/// A chain of nodes from one end to the other, no node twice.
///
/// @param cost in bits: three for each edge and what its inner things cost; less is stronger
public record Chain(List<PathNode> nodes, double cost) {
  public Chain {
    nodes = List.copyOf(nodes);
  }
}
