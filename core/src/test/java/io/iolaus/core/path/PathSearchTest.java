package io.iolaus.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.path.Chains.End;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PathSearchTest {

  private static final int HUB = 9;
  private static final PathLimits ONE = limits(1, 8);

  private static PathLimits limits(int chains, int edges) {
    return new PathLimits(chains, edges, HUB, 1_000_000, 10_000_000);
  }

  /// A graph by the names of its nodes: accounts begin with `a`, what is no evidence with `x`.
  private static final class Graph implements PathSource {
    private final Map<String, TreeSet<String>> near = new TreeMap<>();
    private int read;

    Graph uses(String thing, String... accounts) {
      for (String account : accounts) {
        join(thing, account);
      }
      return this;
    }

    void join(String one, String other) {
      near.computeIfAbsent(one, _ -> new TreeSet<>()).add(other);
      near.computeIfAbsent(other, _ -> new TreeSet<>()).add(one);
    }

    PathNode node(String name) {
      int edges = near.getOrDefault(name, new TreeSet<>()).size();
      boolean account = name.startsWith("a");
      return new PathNode(
          "key " + name, name, account, account ? 0 : edges, edges, !name.startsWith("x"));
    }

    @Override
    public List<Near> near(List<PathNode> nodes) {
      Map<String, List<Integer>> found = new TreeMap<>();
      for (int i = 0; i < nodes.size(); i++) {
        for (String next : near.getOrDefault(nodes.get(i).name(), new TreeSet<>())) {
          found.computeIfAbsent(next, _ -> new ArrayList<>()).add(i);
          read++;
        }
      }
      return found.entrySet().stream().map(e -> new Near(node(e.getKey()), e.getValue())).toList();
    }

    Chains between(String from, String to, PathLimits limits) {
      return PathSearch.between(this, node(from), node(to), limits);
    }
  }

  private static List<String> names(Chain chain) {
    return chain.nodes().stream().map(PathNode::name).toList();
  }

  private static List<String> things(Chain chain) {
    return chain.nodes().stream().filter(n -> !n.account()).map(PathNode::name).toList();
  }

  @Test
  void whatTwoShareIsStrongerThanWhatSixShare() {
    Graph graph =
        new Graph().uses("ip", "a1", "a2", "a3", "a4", "a5", "a6").uses("device", "a1", "a2");
    Chains found = graph.between("a1", "a2", limits(2, 8));
    assertThat(found.chains())
        .extracting(PathSearchTest::names)
        .containsExactly(List.of("a1", "device", "a2"), List.of("a1", "ip", "a2"));
    assertThat(found.chains()).extracting(Chain::cost).containsExactly(7.0, 8.585);
    assertThat(found.end()).isEqualTo(End.LIMIT);
  }

  @Test
  void aDetourOverRareThingsMayBeStronger() {
    Graph graph =
        new Graph().uses("device", "a1", "a3").uses("card", "a3", "a2").uses("ip", "a1", "a2");
    for (int i = 10; i < 17; i++) {
      graph.join("ip", "a" + i);
    }
    assertThat(graph.between("a1", "a2", ONE).chains().getFirst().nodes()).hasSize(3);
    PathLimits wide = new PathLimits(1, 8, 1_000, 1_000_000, 1_000_000);
    for (int i = 1_000; i < 1_900; i++) {
      graph.join("ip", "a" + i);
    }
    assertThat(names(graph.between("a1", "a2", wide).chains().getFirst()))
        .containsExactly("a1", "device", "a3", "card", "a2");
  }

  @Test
  void otherAccountsBetweenTheSameThingsAreNoOtherChain() {
    Graph graph = new Graph().uses("c", "a1", "a3", "a4", "a5").uses("d", "a2", "a3", "a4", "a5");
    Chains found = graph.between("a1", "a2", limits(10, 8));
    assertThat(found.chains())
        .extracting(PathSearchTest::names)
        .containsExactly(List.of("a1", "c", "a3", "d", "a2"));
    assertThat(found.end()).isEqualTo(End.ALL);
  }

  @Test
  void noChainGoesThroughAHubOrWhatIsNoEvidence() {
    Graph graph = new Graph().uses("x-carrier", "a1", "a2");
    for (int i = 1; i <= HUB + 1; i++) {
      graph.join("port", "a" + i);
    }
    Chains found = graph.between("a1", "a2", ONE);
    assertThat(found.chains()).isEmpty();
    assertThat(found.end()).isEqualTo(End.ONLY_THROUGH_HUBS);
    assertThat(names(graph.between("a1", "port", ONE).chains().getFirst()))
        .containsExactly("a1", "port");
    assertThat(names(graph.between("x-carrier", "a2", ONE).chains().getFirst()))
        .containsExactly("x-carrier", "a2");
  }

  @Test
  void saysWhyThereIsNone() {
    Graph apart = new Graph().uses("c", "a1", "a3").uses("d", "a2", "a4");
    assertThat(apart.between("a1", "a2", ONE)).isEqualTo(new Chains(List.of(), End.UNCONNECTED));
    assertThat(apart.between("a1", "a9", ONE).end()).isEqualTo(End.UNCONNECTED);
    Graph chain = new Graph();
    for (int i = 0; i < 6; i++) {
      chain.uses("t" + i, "a" + i, "a" + (i + 1));
    }
    assertThat(chain.between("a0", "a4", ONE).chains().getFirst().nodes()).hasSize(9);
    assertThat(chain.between("a0", "a5", ONE).end()).isEqualTo(End.TOO_FAR);
  }

  @Test
  void endsWhenItHasReadEnough() {
    Graph graph = new Graph();
    for (int i = 0; i < 200; i++) {
      graph.uses("t" + i, "a" + i, "a" + (i * 7 + 1) % 200, "a" + (i * 13 + 2) % 200);
    }
    Chains found = graph.between("a0", "a1", new PathLimits(10, 8, HUB, 40, 1_000_000));
    assertThat(found.end()).isEqualTo(End.BUDGET);
    assertThat(graph.read).isLessThanOrEqualTo(40);
    assertThat(graph.between("a0", "a1", new PathLimits(10, 8, HUB, 100_000, 20)).end())
        .isEqualTo(End.BUDGET);
  }

  @Test
  void aGreatEndIsNotReadWhereTheOtherIsSmall() {
    Graph graph = new Graph().uses("d", "a1", "a2");
    for (int i = 2; i < 5_000; i++) {
      graph.join("port", "a" + i);
    }
    assertThat(names(graph.between("a1", "port", ONE).chains().getFirst()))
        .containsExactly("a1", "d", "a2", "port");
    assertThat(graph.read).isLessThan(10);
  }

  @Test
  void refusesWhatCannotBeAskedFor() {
    Graph graph = new Graph().uses("d", "a1", "a2");
    assertThatThrownBy(() -> graph.between("a1", "a1", ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> limits(11, 8)).hasMessage("limit must be 1..10, was 11");
    assertThatThrownBy(() -> limits(1, 9)).hasMessage("maxEdges must be 1..8, was 9");
  }

  @Test
  void findsWhatTryingEveryWalkFinds() {
    for (long seed = 1; seed <= 4_000; seed++) {
      compare(seed);
    }
  }

  /// With all chains, by trying every walk; the seed is in the message.
  private static void compare(long seed) {
    Random random = new Random(seed);
    Graph graph = new Graph();
    int accounts = 3 + random.nextInt(7);
    int things = 2 + random.nextInt(7);
    double density = 0.1 + 0.4 * random.nextDouble();
    for (int t = 0; t < things; t++) {
      String thing = (random.nextInt(12) == 0 ? "x" : "t") + t;
      for (int a = 0; a < accounts; a++) {
        if (random.nextDouble() < density) {
          graph.join(thing, "a" + a);
        }
      }
      if (random.nextInt(4) == 0) {
        graph.join(thing, "n" + random.nextInt(2));
      }
    }
    List<String> ends = new ArrayList<>(graph.near.keySet());
    ends.addAll(List.of("a0", "a1"));
    String from = ends.get(random.nextInt(ends.size()));
    String to = ends.get(random.nextInt(ends.size()));
    if (from.equals(to)) {
      return;
    }
    PathLimits limits =
        new PathLimits(
            1 + random.nextInt(10),
            1 + random.nextInt(8),
            3 + random.nextInt(6),
            1_000_000,
            10_000_000);

    Map<List<String>, Chain> best = new TreeMap<>(PathSearchTest::byNames);
    walk(graph, List.of(graph.node(from)), graph.node(to), limits, best);
    List<Chain> expected =
        best.values().stream()
            .sorted(
                Comparator.comparingDouble(Chain::cost)
                    .thenComparing(c -> whole(c), PathSearchTest::byNames))
            .limit(limits.chains())
            .toList();

    Chains found = graph.between(from, to, limits);
    assertThat(found.chains()).as("seed %d, %s to %s", seed, from, to).isEqualTo(expected);
    if (expected.size() == limits.chains()) {
      assertThat(found.end()).isEqualTo(End.LIMIT);
    } else if (expected.isEmpty()) {
      assertThat(found.end()).isIn(End.UNCONNECTED, End.ONLY_THROUGH_HUBS, End.TOO_FAR);
    } else {
      assertThat(found.end()).isEqualTo(End.ALL);
    }
  }

  private static void walk(
      Graph graph,
      List<PathNode> walk,
      PathNode to,
      PathLimits limits,
      Map<List<String>, Chain> best) {
    if (walk.getLast().equals(to)) {
      long cost =
          (walk.size() - 1) * 3_000L
              + walk.subList(1, walk.size() - 1).stream().mapToLong(PathNode::cost).sum();
      Chain chain = new Chain(walk, cost / 1_000.0);
      best.merge(
          things(chain),
          chain,
          (one, other) ->
              Comparator.comparingDouble(Chain::cost)
                          .thenComparing(PathSearchTest::names, PathSearchTest::byNames)
                          .compare(one, other)
                      <= 0
                  ? one
                  : other);
      return;
    }
    boolean inner = walk.size() == 1 || walk.getLast().passable(limits);
    if (!inner || walk.size() > limits.maxEdges()) {
      return;
    }
    for (String next : graph.near.getOrDefault(walk.getLast().name(), new TreeSet<>())) {
      PathNode node = graph.node(next);
      if (!walk.contains(node)) {
        List<PathNode> longer = new ArrayList<>(walk);
        longer.add(node);
        walk(graph, longer, to, limits, best);
      }
    }
  }

  /// The things of a chain between its ends, by which equal ones are ordered.
  private static List<String> whole(Chain chain) {
    List<PathNode> nodes = chain.nodes();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (i == 0 || i == nodes.size() - 1 || !nodes.get(i).account()) {
        names.add(nodes.get(i).name());
      }
    }
    return names;
  }

  private static int byNames(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int byName = one.get(i).compareTo(other.get(i));
      if (byName != 0) {
        return byName;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
