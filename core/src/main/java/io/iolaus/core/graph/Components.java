package io.iolaus.core.graph;

import java.util.Arrays;

/// Connected components of things numbered from 0, by union-find with path halving. A component
/// bears the number of its least thing, in whatever order it was joined. Not for several threads.
public final class Components {

  private final int[] parents;

  /// Each thing a component of its own.
  public Components(int things) {
    parents = new int[things];
    Arrays.setAll(parents, thing -> thing);
  }

  /// Makes the components of two things one.
  public void join(int a, int b) {
    int left = of(a);
    int right = of(b);
    parents[Math.max(left, right)] = Math.min(left, right);
  }

  /// The component of a thing.
  public int of(int thing) {
    int at = thing;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /// The component of each thing.
  public int[] groups() {
    int[] groups = new int[parents.length];
    Arrays.setAll(groups, this::of);
    return groups;
  }
}
