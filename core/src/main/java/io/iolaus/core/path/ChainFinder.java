package io.iolaus.core.path;

import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the best chains in what is known of a graph, by A* over the things they go through.
///
/// Chains that go through the same things by other accounts say the same, and a card of four
/// hundred accounts would fill any list with them. So what is put together are sequences of things,
/// and between two of them stands the set of accounts that could join them; of a whole sequence the
/// least accounts by name are chosen, no account twice. Of each set the four least are enough: a
/// chain of eight edges has at most four places for accounts, so one of the four is always free.
///
/// A sequence is continued by what it costs so far and the distance of its last thing from the
/// goal, which never is more than what the rest will cost; so chains come out in the order of their
/// costs, and those of equal cost in the order of their names (Hart, Nilsson, Raphael 1968).
final class ChainFinder {

  private static final int CHOICE = 4;
  private static final int[] DIRECT = {};

  private final KnownGraph graph;
  private final PathLimits limits;
  private final long bound;
  private final PriorityQueue<Sequence> queue = new PriorityQueue<>(this::compare);
  private long steps;

  private ChainFinder(KnownGraph graph, PathLimits limits, long bound) {
    this.graph = graph;
    this.limits = limits;
    this.bound = bound;
  }

  /// @param cut whether it ended because too much was looked at
  record Found(List<Chain> chains, boolean cut) {
    static final Found NONE = new Found(List.of(), false);
  }

  /// A chain that is being put together.
  ///
  /// @param nodes things and the end it began at
  /// @param between for each node but the first, accounts by which it is reached; none where it is
  ///   next to the one before
  /// @param cost so far
  /// @param least what it will cost at least when it is whole
  @SuppressWarnings("ArrayRecordComponent") // compared by place, never by equals
  private record Sequence(int[] nodes, int[][] between, int edges, long cost, long least) {
    int last() {
      return nodes[nodes.length - 1];
    }

    boolean holds(int node) {
      return IntStream.of(nodes).anyMatch(n -> n == node);
    }

    Sequence and(int node, int[] accounts, int more, long total, long atLeast) {
      int[][] links = Arrays.copyOf(between, between.length + 1);
      links[between.length] = accounts;
      int[] longer = Arrays.copyOf(nodes, nodes.length + 1);
      longer[nodes.length] = node;
      return new Sequence(longer, links, edges + more, total, atLeast);
    }
  }

  /// The best chains that cost less than a bound.
  static Found find(KnownGraph graph, PathLimits limits, long bound) {
    return new ChainFinder(graph, limits, bound).find();
  }

  private Found find() {
    List<Chain> chains = new ArrayList<>();
    queue.add(
        new Sequence(
            new int[] {KnownGraph.FROM},
            new int[][] {},
            0,
            0,
            graph.distance(KnownGraph.TO, KnownGraph.FROM)));
    while (!queue.isEmpty() && chains.size() < limits.chains()) {
      Sequence sequence = queue.remove();
      int[] accounts = accounts(sequence);
      if (accounts == null) {
        continue;
      }
      if (sequence.last() == KnownGraph.TO) {
        chains.add(chain(sequence, accounts));
      } else {
        goOn(sequence);
      }
      if (steps > limits.maxSteps()) {
        return new Found(chains, true);
      }
    }
    return new Found(chains, false);
  }

  private int compare(Sequence one, Sequence other) {
    if (one.least != other.least) {
      return Long.compare(one.least, other.least);
    }
    for (int i = 0; i < Math.min(one.nodes.length, other.nodes.length); i++) {
      int byName = name(one.nodes[i]).compareTo(name(other.nodes[i]));
      if (byName != 0) {
        return byName;
      }
    }
    return Integer.compare(one.nodes.length, other.nodes.length);
  }

  private String name(int node) {
    return graph.node(node).name();
  }

  private void goOn(Sequence sequence) {
    int last = sequence.last();
    Int2ObjectLinkedOpenHashMap<int[]> ways = new Int2ObjectLinkedOpenHashMap<>();
    for (int next : graph.near(last)) {
      steps++;
      if (!graph.account(next) || next == KnownGraph.TO) {
        if (reachable(sequence, next, 1)) {
          ways.put(next, DIRECT);
        }
      } else if (graph.passable(next) && promising(sequence, next, 1)) {
        across(sequence, next, ways);
      }
    }
    ways.int2ObjectEntrySet()
        .forEach(way -> {
          int node = way.getIntKey();
          int more = way.getValue().length == 0 ? 1 : 2;
          long cost = sequence.cost + more * KnownGraph.STEP;
          queue.add(
              sequence.and(
                  node,
                  way.getValue(),
                  more,
                  cost + graph.cost(node),
                  cost + graph.distance(KnownGraph.TO, node)));
        });
  }

  /// Through an account to other things.
  private void across(Sequence sequence, int account, Int2ObjectLinkedOpenHashMap<int[]> ways) {
    int last = sequence.last();
    for (int next : graph.near(account)) {
      steps++;
      if (next != last
          && !graph.near(last).contains(next)
          && !graph.account(next)
          && reachable(sequence, next, 2)) {
        int[] known = ways.get(next);
        ways.put(next, known == null ? new int[] {account} : with(known, account));
      }
    }
  }

  /// The least by name of these and one more, in their order.
  private int[] with(int[] accounts, int account) {
    return IntStream.concat(IntStream.of(accounts), IntStream.of(account))
        .boxed()
        .sorted(Comparator.comparing(this::name))
        .limit(CHOICE)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private boolean reachable(Sequence sequence, int node, int more) {
    return (node == KnownGraph.TO || graph.passable(node))
        && !sequence.holds(node)
        && promising(sequence, node, more);
  }

  private boolean promising(Sequence sequence, int node, int more) {
    return sequence.edges + more + graph.hops(KnownGraph.TO, node) <= limits.maxEdges()
        && sequence.cost + more * KnownGraph.STEP + graph.distance(KnownGraph.TO, node) < bound;
  }

  /// The least accounts that join a sequence, one for each place that needs one; null where one
  /// would have to serve twice.
  private static int @Nullable [] accounts(Sequence sequence) {
    int[] chosen = new int[sequence.between.length];
    return choose(sequence.between, chosen, 0) ? chosen : null;
  }

  private static boolean choose(int[][] between, int[] chosen, int at) {
    if (at == between.length) {
      return true;
    }
    if (between[at].length == 0) {
      chosen[at] = -1;
      return choose(between, chosen, at + 1);
    }
    for (int account : between[at]) {
      if (IntStream.range(0, at).noneMatch(i -> chosen[i] == account)) {
        chosen[at] = account;
        if (choose(between, chosen, at + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private Chain chain(Sequence sequence, int[] accounts) {
    List<PathNode> nodes = new ArrayList<>();
    nodes.add(graph.node(KnownGraph.FROM));
    for (int i = 0; i < accounts.length; i++) {
      if (accounts[i] >= 0) {
        nodes.add(graph.node(accounts[i]));
      }
      nodes.add(graph.node(sequence.nodes[i + 1]));
    }
    return new Chain(nodes, sequence.cost / 1_000.0);
  }
}
