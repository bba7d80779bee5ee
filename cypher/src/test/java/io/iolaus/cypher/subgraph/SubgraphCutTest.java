package io.iolaus.cypher.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.subgraph.ClusterGraph.MemberNode;
import io.iolaus.cypher.subgraph.ClusterGraph.SharedNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubgraphCutTest {

  private static List<MemberNode> members(int count, ClusterState state) {
    return IntStream.range(0, count).mapToObj(i -> new MemberNode("a" + i, state)).toList();
  }

  private static SharedNode shared(String id, double bits, int... accounts) {
    return new SharedNode(EntityType.PAYMENT, id, id, bits, accounts.length, accounts);
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  @Test
  void whatFitsIsShownWhole() {
    ClusterGraph graph =
        new ClusterGraph(
            "v", members(5, ClusterState.LABELLED), List.of(shared("card", 9, range(0, 5))), 1);

    Subgraph cut = SubgraphCut.of(graph, SubgraphLimits.DEFAULT);

    assertThat(cut.shown()).isEqualTo(cut.total()).isEqualTo(new Subgraph.Count(6, 5));
    assertThat(cut.reason()).isNull();
    assertThat(cut.nodes().size()).containsExactly(1, 1, 1, 1, 1, 5);
  }

  @Test
  void accountsThatShareTheSameBecomeOneBundleWhereItIsCrowded() {
    List<MemberNode> members = new ArrayList<>(members(40, ClusterState.LABELLED));
    members.set(39, new MemberNode("a39", ClusterState.REVIEW));
    ClusterGraph graph =
        new ClusterGraph(
            "v",
            members,
            List.of(shared("x", 9, range(0, 40)), shared("y", 5, range(0, 10))),
            2);

    Subgraph cut = SubgraphCut.of(graph, new SubgraphLimits(10, 100));

    // ten on both, 29 on one, and the one that is not as sure as they are
    assertThat(cut.nodes().size()).containsExactly(10, 29, 1, 40, 10);
    assertThat(cut.nodes().label()).startsWith("10 accounts", "29 accounts", "a39");
    assertThat(cut.nodes().state()).startsWith("labelled", "labelled", "review");
    assertThat(cut.shown()).isEqualTo(new Subgraph.Count(5, 4));
    assertThat(cut.total()).isEqualTo(new Subgraph.Count(42, 50));
    assertThat(cut.reason()).isEqualTo("budget");
  }

  @Test
  void neverMoreThanTheLimitsAndEveryAccountKeepsItsStrongestLink() {
    List<SharedNode> shared = new ArrayList<>();
    for (int s = 0; s < 60; s++) {
      int from = s;
      shared.add(shared("s" + s, 60 - s, IntStream.range(0, 200).filter(i -> i % 60 <= from).toArray()));
    }
    ClusterGraph graph = new ClusterGraph("v", members(200, ClusterState.LABELLED), shared, 60);

    Subgraph cut = SubgraphCut.of(graph, new SubgraphLimits(100, 150));

    assertThat(cut.shown().nodes()).isLessThanOrEqualTo(100);
    assertThat(cut.shown().edges()).isEqualTo(150);
    long linked = Arrays.stream(cut.edges().source()).distinct().count();
    long accounts = Arrays.stream(cut.nodes().type()).filter("account"::equals).count();
    // but for one bundle of those that share only what is too weak to be shown
    assertThat(linked).isEqualTo(accounts - 1);
    for (int e = 0; e < 150; e++) {
      assertThat(cut.nodes().type()[cut.edges().target()[e]]).isEqualTo("payment");
    }
  }

  @Test
  void eachAccountKeepsOneOfEachTypeBeforeItsSecondOfAny() {
    List<SharedNode> shared = new ArrayList<>();
    for (int s = 0; s < 20; s++) {
      shared.add(new SharedNode(EntityType.IP, "ip" + s, "ip" + s, 9, 12, range(0, 12)));
    }
    shared.add(shared("card", 2, range(0, 12)));
    ClusterGraph graph = new ClusterGraph("v", members(12, ClusterState.LABELLED), shared, 21);

    Subgraph cut = SubgraphCut.of(graph, new SubgraphLimits(100, 24));

    assertThat(cut.nodes().type()).contains("payment", "ip").hasSize(14);
    assertThat(cut.edges().type()).filteredOn("PAID_WITH"::equals).hasSize(12);
    assertThat(cut.shown()).as("what no edge reaches is left out").isEqualTo(new Subgraph.Count(14, 24));
    assertThat(cut.total()).isEqualTo(new Subgraph.Count(33, 252));
  }

  @Test
  void theSameCutTwiceIsTheSamePicture() {
    ClusterGraph graph =
        new ClusterGraph(
            "v", members(50, ClusterState.LABELLED), List.of(shared("x", 9, range(0, 50))), 1);

    Subgraph one = SubgraphCut.of(graph, SubgraphLimits.DEFAULT);
    Subgraph two = SubgraphCut.of(graph, SubgraphLimits.DEFAULT);

    assertThat(one.nodes().x()).isEqualTo(two.nodes().x());
    assertThat(one.nodes().y()).isEqualTo(two.nodes().y());
  }
}
