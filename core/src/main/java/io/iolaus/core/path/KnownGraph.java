package io.iolaus.core.path;

import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was read of the graph so far: nodes by number, and how near each is to both ends by what is
/// known. Distances only ever fall while more is read. Not for several threads.
final class KnownGraph {

  static final int FROM = 0;
  static final int TO = 1;

  /// What an edge costs, in thousandths of a bit: going on to another account costs as much as two
  /// edges, a thing that 64 accounts share instead of one.
  static final long STEP = 3_000;

  static final long FAR = Long.MAX_VALUE / 4;
  static final int NO_HOPS = 1_000;

  private final PathLimits limits;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<PathNode> nodes = new ArrayList<>();
  private final List<IntSet> near = new ArrayList<>();
  private long[] costs = new long[64];
  private boolean[] passable = new boolean[64];
  private boolean[] read = new boolean[64];
  private final long[][] distances = {new long[64], new long[64]};
  private final int[][] hops = {new int[64], new int[64]};

  KnownGraph(PathNode from, PathNode to, PathLimits limits) {
    this.limits = limits;
    add(from);
    add(to);
    for (int side = FROM; side <= TO; side++) {
      costs[side] = 0;
      passable[side] = false;
      distances[side][side] = 0;
      hops[side][side] = 0;
    }
  }

  int size() {
    return nodes.size();
  }

  PathNode node(int node) {
    return nodes.get(node);
  }

  boolean account(int node) {
    return nodes.get(node).account();
  }

  /// What going through it costs; nothing for the ends.
  long cost(int node) {
    return costs[node];
  }

  /// Whether a chain may go through it; false for the ends.
  boolean passable(int node) {
    return passable[node];
  }

  /// The least cost of a walk from an end to a node, the node's own included; {@link #FAR} where
  /// none is known.
  long distance(int side, int node) {
    return distances[side][node];
  }

  /// The fewest edges from an end to a node; {@link #NO_HOPS} where no walk is known.
  int hops(int side, int node) {
    return hops[side][node];
  }

  /// What is known to be next to a node.
  IntSet near(int node) {
    return near.get(node);
  }

  /// Whether all edges of a node are known: it was read, or as many are known as it has.
  boolean complete(int node) {
    return read[node] || near.get(node).size() >= nodes.get(node).edges();
  }

  /// Takes in what the source says is next to these nodes.
  void add(int[] asked, List<PathSource.Near> found) {
    for (PathSource.Near one : found) {
      int node = add(one.node());
      one.of().forEach(place -> join(asked[place], node));
    }
    for (int node : asked) {
      read[node] = true;
    }
  }

  private int add(PathNode node) {
    Integer known = numbers.putIfAbsent(node.key(), nodes.size());
    if (known != null) {
      return known;
    }
    int number = nodes.size();
    grow(number + 1);
    nodes.add(node);
    near.add(new IntOpenHashSet());
    costs[number] = node.cost();
    passable[number] = node.passable(limits);
    for (int side = FROM; side <= TO; side++) {
      distances[side][number] = FAR;
      hops[side][number] = NO_HOPS;
    }
    return number;
  }

  private void grow(int size) {
    if (size <= costs.length) {
      return;
    }
    int larger = 2 * costs.length;
    costs = Arrays.copyOf(costs, larger);
    passable = Arrays.copyOf(passable, larger);
    read = Arrays.copyOf(read, larger);
    for (int side = FROM; side <= TO; side++) {
      distances[side] = Arrays.copyOf(distances[side], larger);
      hops[side] = Arrays.copyOf(hops[side], larger);
    }
  }

  private void join(int one, int other) {
    if (one == other || !near.get(one).add(other)) {
      return;
    }
    near.get(other).add(one);
    for (int side = FROM; side <= TO; side++) {
      bringNearer(side, one);
      bringNearer(side, other);
    }
  }

  /// Passes on how near a node is to those behind it, as far as that is news to them.
  private void bringNearer(int side, int start) {
    IntArrayFIFOQueue queue = new IntArrayFIFOQueue();
    queue.enqueue(start);
    while (!queue.isEmpty()) {
      int node = queue.dequeueInt();
      if (hops[side][node] == NO_HOPS || (!passable[node] && node != side)) {
        continue;
      }
      for (int next : near.get(node)) {
        long distance = distances[side][node] + STEP + costs[next];
        int hop = hops[side][node] + 1;
        if (distance < distances[side][next] || hop < hops[side][next]) {
          distances[side][next] = Math.min(distance, distances[side][next]);
          hops[side][next] = Math.min(hop, hops[side][next]);
          queue.enqueue(next);
        }
      }
    }
  }
}
