package io.iolaus.core.path;

import java.util.List;

/// Where a search reads the graph.
@FunctionalInterface
public interface PathSource {

  /// What is next to these nodes, each once.
  List<Near> near(List<PathNode> nodes);

  /// A node next to some of those that were asked about.
  ///
  /// @param of places of those in the list of nodes asked about
  record Near(PathNode node, List<Integer> of) {
    public Near {
      of = List.copyOf(of);
    }
  }
}
