package io.iolaus.cypher.subgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.core.layout.KnownPlaces;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.subgraph.ClusterGraph.MemberNode;
import io.iolaus.cypher.subgraph.ClusterGraph.SharedNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SubgraphLevelsTest {

  private static final SubgraphLimits SMALL = new SubgraphLimits(60, 200);

  private static Subgraph overview(ClusterGraph graph, SubgraphLimits limits) {
    return SubgraphCut.of(graph, SubgraphLevel.OVERVIEW, limits, KnownPlaces.NONE);
  }

  private static Bundle open(
      ClusterGraph graph, SubgraphLevel level, SubgraphLimits limits, Subgraph picture, int node) {
    return SubgraphCut.bundle(graph, level, limits, picture, picture.nodes().bundle()[node])
        .orElseThrow();
  }

  /// What each account shares, by id, counted from the things.
  private static Map<String, Set<String>> sharedBy(ClusterGraph graph) {
    Map<String, Set<String>> by = new HashMap<>();
    graph.members().forEach(m -> by.put(m.id(), new HashSet<>()));
    for (SharedNode thing : graph.shared()) {
      for (int account : thing.accounts()) {
        by.get(graph.members().get(account).id()).add(thing.id());
      }
    }
    return by;
  }

  private static int sum(int[] values) {
    return Arrays.stream(values).sum();
  }

  @Test
  void everyAccountIsInExactlyOneGroupOfAnOverview() {
    for (long seed = 1; seed <= 12; seed++) {
      ClusterGraph graph = RandomGraphs.of(seed, 700, (int) (seed * 20), 2_500);
      SubgraphLimits limits = new SubgraphLimits(10 + (int) seed * 5, 2_000);

      Subgraph picture = overview(graph, limits);

      int groups = picture.nodes().id().length;
      assertThat(groups).as("seed %d", seed).isLessThanOrEqualTo(limits.maxNodes());
      List<String> accounts = new ArrayList<>();
      Map<String, ClusterState> states =
          graph.members().stream().collect(Collectors.toMap(MemberNode::id, MemberNode::state));
      for (int g = 0; g < groups; g++) {
        Bundle opened = open(graph, SubgraphLevel.OVERVIEW, limits, picture, g);
        assertThat(opened.accounts()).hasSize(picture.nodes().size()[g]);
        assertThat(opened.accounts())
            .filteredOn(a -> states.get(a.id()) == ClusterState.REVIEW)
            .hasSize(picture.nodes().review()[g]);
        opened.accounts().forEach(account -> accounts.add(account.id()));
      }
      assertThat(accounts).as("seed %d", seed).doesNotHaveDuplicates().hasSize(700);
      assertThat(sum(picture.nodes().size())).isEqualTo(700);
      assertThat(sum(picture.nodes().labelled()) + sum(picture.nodes().review())).isEqualTo(700);
      assertThat(picture.accounts()).isEqualTo(new Subgraph.Accounts(700, 700));
    }
  }

  @Test
  void edgesOfAnOverviewAreWhatGroupsShare() {
    ClusterGraph graph = RandomGraphs.of(99, 300, 60, 900);
    SubgraphLimits limits = new SubgraphLimits(20, 2_000);
    Subgraph picture = overview(graph, limits);
    Map<String, Set<String>> shared = sharedBy(graph);
    Map<String, Double> bits =
        graph.shared().stream().collect(Collectors.toMap(SharedNode::id, SharedNode::bits));
    List<Set<String>> ofGroup = new ArrayList<>();
    for (int g = 0; g < picture.nodes().id().length; g++) {
      Set<String> all = new HashSet<>();
      open(graph, SubgraphLevel.OVERVIEW, limits, picture, g)
          .accounts()
          .forEach(account -> all.addAll(shared.get(account.id())));
      ofGroup.add(all);
    }
    long pairs = 0;
    for (int a = 0; a < ofGroup.size(); a++) {
      for (int b = a + 1; b < ofGroup.size(); b++) {
        Set<String> both = new HashSet<>(ofGroup.get(a));
        both.retainAll(ofGroup.get(b));
        pairs += both.isEmpty() ? 0 : 1;
        for (int e = 0; e < picture.edges().source().length; e++) {
          if (picture.edges().source()[e] == a && picture.edges().target()[e] == b) {
            assertThat(picture.edges().things()[e]).isEqualTo(both.size());
            assertThat(picture.edges().weight()[e])
                .isCloseTo(both.stream().mapToDouble(bits::get).sum(), within(0.01));
          }
        }
      }
    }
    assertThat(picture.total().edges()).isEqualTo(pairs);
    assertThat(picture.shown()).isEqualTo(picture.total());
    assertThat(picture.reason()).isEqualTo("grouped");
  }

  @Test
  void aBundleHoldsThoseWhoseDrawnEdgesAreAllTheirs() {
    for (long seed = 1; seed <= 12; seed++) {
      ClusterGraph graph = RandomGraphs.of(seed, 400, 12, 500 + (int) seed * 100);
      Map<String, Set<String>> shared = sharedBy(graph);
      Subgraph picture = SubgraphCut.of(graph, SMALL);
      Map<Integer, Set<String>> drawn = new TreeMap<>();
      for (int e = 0; e < picture.edges().source().length; e++) {
        drawn
            .computeIfAbsent(picture.edges().source()[e], _ -> new HashSet<>())
            .add(picture.nodes().id()[picture.edges().target()[e]]);
      }
      List<String> accounts = new ArrayList<>();
      for (int n = 0; n < picture.nodes().id().length; n++) {
        if (!picture.nodes().type()[n].equals("account")) {
          continue;
        }
        if (picture.nodes().bundle()[n] == null) {
          assertThat(picture.nodes().size()[n]).isEqualTo(1);
          accounts.add(picture.nodes().id()[n]);
          continue;
        }
        Bundle opened = open(graph, SubgraphLevel.DEFAULT, SMALL, picture, n);
        assertThat(opened.accounts()).hasSize(picture.nodes().size()[n]);
        assertThat(opened.accounts().stream().map(Bundle.Account::state).distinct()).hasSize(1);
        assertThat(picture.nodes().first()[n])
            .isEqualTo(opened.accounts().stream().limit(5).map(Bundle.Account::id).toList());
        for (Bundle.Account account : opened.accounts()) {
          assertThat(shared.get(account.id())).containsAll(drawn.getOrDefault(n, Set.of()));
          accounts.add(account.id());
        }
      }
      assertThat(accounts).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(picture.accounts()).isEqualTo(new Subgraph.Accounts(accounts.size(), 400));
      assertThat(picture.shown().nodes()).isLessThanOrEqualTo(60);
    }
  }

  @Test
  void accountsThatDifferInTooMuchAreBundledByTheStrongest() {
    ClusterGraph graph = RandomGraphs.of(5, 3_000, 40, 12_000);

    Subgraph picture = SubgraphCut.of(graph, new SubgraphLimits(400, 2_000));

    // each by itself, at most 387 of them would be there
    assertThat(picture.accounts().shown()).isGreaterThan(3 * 387);
    assertThat(picture.shown().nodes()).isLessThanOrEqualTo(400);
  }

  @Test
  void theOrderInWhichEdgesWereReadDoesNotShow() throws IOException {
    ClusterGraph graph = RandomGraphs.of(3, 500, 40, 1_500);
    for (SubgraphLevel level : SubgraphLevel.values()) {
      SubgraphLimits limits = level == SubgraphLevel.FULL ? SubgraphLimits.MOST : SMALL;
      String once = json(SubgraphCut.of(graph, level, limits, KnownPlaces.NONE));
      String again =
          json(SubgraphCut.of(RandomGraphs.mixed(graph, 8), level, limits, KnownPlaces.NONE));
      assertThat(again).as(level.text()).isEqualTo(once);
    }
  }

  @Test
  void theSameVersionDrawnFromItsOwnPlacesIsTheSameToTheByte() {
    ClusterGraph graph = RandomGraphs.of(4, 400, 30, 1_500);
    for (SubgraphLevel level : List.of(SubgraphLevel.OVERVIEW, SubgraphLevel.DEFAULT)) {
      Subgraph once = SubgraphCut.of(graph, level, SMALL, KnownPlaces.NONE);
      Subgraph again = SubgraphCut.of(graph, level, SMALL, SubgraphCut.places(once));
      assertThat(json(again)).as(level.text()).isEqualTo(json(once));
    }
  }

  @Test
  void theNextVersionHasWhatWasThereInItsPlace() {
    ClusterGraph before = RandomGraphs.of(6, 400, 30, 1_500);
    List<MemberNode> members = new ArrayList<>(before.members());
    members.add(new MemberNode("acc-new", ClusterState.LABELLED));
    List<SharedNode> shared = new ArrayList<>(before.shared());
    SharedNode first = shared.getFirst();
    int[] accounts = Arrays.copyOf(first.accounts(), first.accounts().length + 1);
    accounts[accounts.length - 1] = members.size() - 1;
    shared.set(
        0,
        new SharedNode(
            first.type(), first.id(), first.label(), first.bits(), first.total() + 1, accounts));
    ClusterGraph after = new ClusterGraph("w", members, shared, shared.size());
    SubgraphLimits limits = new SubgraphLimits(600, 2_000);

    Subgraph one = SubgraphCut.of(before, limits);
    Subgraph two = SubgraphCut.of(after, SubgraphLevel.DEFAULT, limits, SubgraphCut.places(one));

    Map<String, String> places = places(one);
    Map<String, String> now = places(two);
    assertThat(now).containsKey("acc-new");
    now.keySet().retainAll(places.keySet());
    assertThat(now).hasSizeGreaterThan(400);
    assertThat(places).containsAllEntriesOf(now);
  }

  private static Map<String, String> places(Subgraph picture) {
    Subgraph.Nodes nodes = picture.nodes();
    Map<String, String> places = new HashMap<>();
    for (int i = 0; i < nodes.id().length; i++) {
      places.put(nodes.id()[i], nodes.x()[i] + " " + nodes.y()[i]);
    }
    return places;
  }

  @Test
  void anOpenedBundleStaysClearOfItsNeighbours() {
    ClusterGraph graph = RandomGraphs.of(7, 400, 12, 700);
    Subgraph picture = SubgraphCut.of(graph, SMALL);
    int node =
        IntStream.range(0, picture.nodes().id().length)
            .filter(i -> picture.nodes().bundle()[i] != null)
            .findFirst()
            .orElseThrow();

    Bundle opened = open(graph, SubgraphLevel.DEFAULT, SMALL, picture, node);

    double nearest =
        IntStream.range(0, picture.nodes().id().length)
            .filter(i -> i != node)
            .mapToDouble(i ->
                Math.hypot(
                    picture.nodes().x()[i] - opened.x(), picture.nodes().y()[i] - opened.y()))
            .min()
            .orElseThrow();
    assertThat(opened.accounts())
        .allSatisfy(a ->
            assertThat(Math.hypot(a.x() - opened.x(), a.y() - opened.y()))
                .isLessThanOrEqualTo(nearest / 2 + 0.01));
    assertThat(SubgraphCut.bundle(graph, SubgraphLevel.DEFAULT, SMALL, picture, "none")).isEmpty();
  }

  @Test
  void aFullMapOfALargeClusterIsBelowAMegabyte() throws IOException {
    ClusterGraph graph = RandomGraphs.of(1, 24_000, 1_000, 72_000);
    long edges = graph.shared().stream().mapToLong(s -> s.accounts().length).sum();
    assertThat(edges).isGreaterThan(60_000);
    assertThat(graph.members().size() + graph.shared().size()).isGreaterThanOrEqualTo(24_900);

    long start = System.nanoTime();
    Subgraph map = SubgraphCut.of(graph, SubgraphLevel.FULL, SubgraphLimits.MOST, KnownPlaces.NONE);
    long cut = System.nanoTime();
    byte[] plain = json(map).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write(plain);
    }
    System.out.printf(
        "full map of %,d nodes and %,d edges: %d ms, %,d bytes, gzip %,d%n",
        map.shown().nodes(), edges, (cut - start) / 1_000_000, plain.length, small.size());

    assertThat(map.shown()).isEqualTo(map.total());
    assertThat(map.total().edges()).isEqualTo(edges);
    assertThat(map.reason()).isNull();
    assertThat(small.size()).isLessThan(1_000_000);
  }

  @Test
  void aFullMapBeyondTheBoundSaysSo() {
    ClusterGraph graph = RandomGraphs.of(2, 300, 40, 2_000);

    Subgraph map =
        SubgraphCut.of(graph, SubgraphLevel.FULL, new SubgraphLimits(1_000, 500), KnownPlaces.NONE);

    assertThat(map.reason()).isEqualTo("budget");
    assertThat(map.shown().edges()).isLessThanOrEqualTo(500).isLessThan(map.total().edges());
  }

  @Test
  void anOverviewHasNoMoreThanThreeHundredGroups() {
    assertThatThrownBy(() -> SubgraphLimits.of(SubgraphLevel.OVERVIEW, 301, null))
        .hasMessage("maxNodes of the overview must be 10..300, was 301");
  }

  private static String json(Subgraph picture) {
    return JsonMapper.shared().writeValueAsString(picture);
  }
}
