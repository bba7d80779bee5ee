package io.iolaus.simulate.baseline;

import java.util.Arrays;

/// Connected components, by union-find with path halving. A component bears the number of its least
/// account.
final class Components {

  private final int[] parents;

  Components(int accounts) {
    parents = new int[accounts];
    Arrays.setAll(parents, account -> account);
  }

  void join(int a, int b) {
    int left = root(a);
    int right = root(b);
    parents[Math.max(left, right)] = Math.min(left, right);
  }

  /// Joins all that share a thing, of things that no more than `cap` accounts show.
  void join(Incidence incidence, int cap) {
    for (int thing = 0; thing < incidence.things(); thing++) {
      int[] sharing = incidence.sharing(thing);
      for (int i = 1; i < sharing.length && sharing.length <= cap; i++) {
        join(sharing[0], sharing[i]);
      }
    }
  }

  /// The component of each account.
  int[] groups() {
    int[] groups = new int[parents.length];
    Arrays.setAll(groups, this::root);
    return groups;
  }

  private int root(int account) {
    int at = account;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }
}
