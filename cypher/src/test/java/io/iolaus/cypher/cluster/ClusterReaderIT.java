package io.iolaus.cypher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@Neo4jTest
class ClusterReaderIT {

  @BeforeEach
  void empty(Driver driver) {
    run(driver, "MATCH (n) WHERE n:Account OR n:Cluster DETACH DELETE n");
  }

  private static void run(Driver driver, String statement) {
    try (var session = driver.session()) {
      session.run(statement).consume();
    }
  }

  private static List<MemberLine> members(Driver driver) {
    List<MemberLine> lines = new ArrayList<>();
    new ClusterReader(driver).allMembers(lines::add);
    return lines;
  }

  @Test
  void eachAccountComesOnceWithItsBestCluster(Driver driver) {
    run(
        driver,
        """
        CREATE (a:Account {id: 'a'}), (b:Account {id: 'b'})
        CREATE (x:Cluster {id: 'x', state: 'labelled'}), (y:Cluster {id: 'y', state: 'review'}),
          (z:Cluster {id: 'z', state: 'labelled'})
        CREATE (a)-[:MEMBER_OF {state: 'labelled', membership: 0.91, facets: ['payment', 'prompt']}]->(x),
          (a)-[:MEMBER_OF {state: 'labelled', membership: 0.99, facets: []}]->(y),
          (a)-[:MEMBER_OF {state: 'labelled', membership: 0.95, validTo: datetime()}]->(z),
          (b)-[:MEMBER_OF {state: 'labelled', membership: 0.5, facets: []}]->(y)
        """);

    assertThat(members(driver))
        .containsExactly(
            new MemberLine("a", "x", ClusterState.LABELLED, 0.91, List.of("payment", "prompt")),
            new MemberLine("b", "y", ClusterState.REVIEW, 0.5, List.of()));
  }

  /// Java sorts characters beyond the 16-bit ones before the last of these; bytes of UTF-8 come
  /// after.
  @Test
  void rowsComeInByteOrder(Driver driver) {
    run(
        driver,
        """
        UNWIND ['a', 'B', 'a-1', 'a1', 'é', '\uFF5E', '😀'] AS id
        CREATE (c:Cluster {id: id, state: 'labelled'})
        CREATE (:Account {id: id})-[:MEMBER_OF {state: 'labelled', membership: 1.0, facets: []}]->(c)
        """);

    List<String> clusters = new ArrayList<>();
    new ClusterReader(driver).allClusters(c -> clusters.add(c.id()));

    assertThat(clusters).containsExactly("B", "a", "a-1", "a1", "é", "\uFF5E", "😀");
    assertThat(members(driver)).extracting(MemberLine::account).isEqualTo(clusters);
  }
}
