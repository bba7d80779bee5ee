package io.iolaus.core.resolve;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/// The least that must be cut to part two places of a network: Dinic's algorithm (Algorithm for
/// solution of a problem of maximum flow in networks with power estimation, 1970) on whole
/// capacities, so that the result is exact.
final class LeastCut {

  private final int places;
  private final IntArrayList to = new IntArrayList();
  private final IntArrayList left = new IntArrayList();
  private final IntArrayList next = new IntArrayList();
  private final int[] first;
  private final int[] level;
  private final int[] at;

  LeastCut(int places) {
    this.places = places;
    this.first = new int[places];
    this.level = new int[places];
    this.at = new int[places];
    Arrays.fill(first, -1);
  }

  /// Ties two places both ways.
  void tie(int one, int other, int capacity) {
    edge(one, other, capacity);
    edge(other, one, capacity);
  }

  private void edge(int from, int target, int capacity) {
    to.add(target);
    left.add(capacity);
    next.add(first[from]);
    first[from] = to.size() - 1;
  }

  /// Parts two places; to be called once.
  ///
  /// @return what had to be cut
  long part(int source, int sink) {
    long flow = 0;
    while (levels(source, sink)) {
      System.arraycopy(first, 0, at, 0, places);
      int pushed = push(source, sink);
      while (pushed > 0) {
        flow += pushed;
        pushed = push(source, sink);
      }
    }
    return flow;
  }

  private boolean levels(int source, int sink) {
    Arrays.fill(level, -1);
    level[source] = 0;
    IntArrayList open = new IntArrayList(new int[] {source});
    for (int i = 0; i < open.size(); i++) {
      int place = open.getInt(i);
      for (int e = first[place]; e >= 0; e = next.getInt(e)) {
        if (left.getInt(e) > 0 && level[to.getInt(e)] < 0) {
          level[to.getInt(e)] = level[place] + 1;
          open.add(to.getInt(e));
        }
      }
    }
    return level[sink] >= 0;
  }

  /// Pushes along one path of ascending levels; without recursion, since paths may be long.
  private int push(int source, int sink) {
    IntArrayList path = new IntArrayList();
    int place = source;
    while (place != sink) {
      int e = at[place];
      while (e >= 0 && !(left.getInt(e) > 0 && level[to.getInt(e)] == level[place] + 1)) {
        e = next.getInt(e);
      }
      at[place] = e;
      if (e >= 0) {
        path.add(e);
        place = to.getInt(e);
      } else if (path.isEmpty()) {
        return 0;
      } else {
        // nothing leads on from here
        level[place] = -1;
        place = to.getInt(path.removeInt(path.size() - 1) ^ 1);
      }
    }
    int most = path.intStream().map(left::getInt).min().orElse(0);
    path.forEach(e -> {
      left.set(e, left.getInt(e) - most);
      left.set(e ^ 1, left.getInt(e ^ 1) + most);
    });
    return most;
  }

  /// What hangs together with the source when the least is cut as near to it as can be.
  boolean[] ofSource(int source) {
    return reached(source, false);
  }

  /// What hangs together with the sink when the least is cut as near to it as can be.
  boolean[] ofSink(int sink) {
    return reached(sink, true);
  }

  private boolean[] reached(int from, boolean backwards) {
    boolean[] reached = new boolean[places];
    reached[from] = true;
    IntArrayList open = new IntArrayList(new int[] {from});
    for (int i = 0; i < open.size(); i++) {
      for (int e = first[open.getInt(i)]; e >= 0; e = next.getInt(e)) {
        if (left.getInt(backwards ? e ^ 1 : e) > 0 && !reached[to.getInt(e)]) {
          reached[to.getInt(e)] = true;
          open.add(to.getInt(e));
        }
      }
    }
    return reached;
  }
}
