package io.iolaus.cypher.detect;

import static io.iolaus.core.detect.DetectionListener.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.explain.AccountExplanation;
import io.iolaus.cypher.explain.ClusterExplanation;
import io.iolaus.cypher.explain.ExplanationReader;
import io.iolaus.cypher.explain.MembershipExplanation;
import io.iolaus.cypher.explain.MembershipExplanation.FacetLine;
import io.iolaus.cypher.explain.MembershipExplanation.Link;
import io.iolaus.cypher.explain.NearAccount;
import io.iolaus.cypher.explain.UnexplainedException;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// Explanations against the graph that they are about.
@Neo4jTest
class ExplanationIT {

  private static final int CAMPAIGN = 24;

  private final Driver driver;
  private final ExplanationReader explanations;

  ExplanationIT(Driver driver) {
    this.driver = driver;
    this.explanations = new ExplanationReader(driver);
  }

  @BeforeAll
  static void smallWorld(Driver driver) {
    TestGraph.empty(driver);
    SmallWorld.write(driver, CAMPAIGN, 0);
    try (var session = driver.session()) {
      // a stranger who once used a card of the campaign
      session
          .run(
              """
              MATCH (a:Account {id: 'user-007'}), (p:PaymentInstrument {id: 'card-campaign-1'}),
                (:Account {id: 'campaign-001'})-[e:PAID_WITH]->(p)
              CREATE (a)-[:PAID_WITH {days: e.days, total: 1}]->(p)
              """)
          .consume();
      session
          .run(
              """
              MATCH (a:Account {id: 'user-009'}),
                (:Account {id: 'seat-001'})-[e:PAID_WITH]->(p:PaymentInstrument {id: 'card-works'})
              CREATE (a)-[:PAID_WITH {days: e.days, total: 1}]->(p)
              """)
          .consume();
    }
    new DetectionService(
            driver,
            DetectorCatalog.load(),
            Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC))
        .run(DetectionOptions.DEFAULT, SILENT);
  }

  private List<Record> query(String statement, Map<String, Object> parameters) {
    try (var session = driver.session()) {
      return session.run(statement, parameters).list();
    }
  }

  private String cluster() {
    return query("MATCH (c:Cluster) WHERE c.validTo IS NULL RETURN c.id", Map.of())
        .getFirst()
        .get(0)
        .asString();
  }

  private MembershipExplanation member(String account) {
    return explanations.membership(cluster(), account).orElseThrow();
  }

  @Test
  void everyMemberIsExplainedByWhatTheRunSaw() {
    List<Record> members =
        query(
            "MATCH (a:Account)-[m:MEMBER_OF]->(:Cluster) WHERE m.validTo IS NULL RETURN a.id AS id,"
                + " properties(m) AS m",
            Map.of());
    assertThat(members).hasSize(CAMPAIGN);
    for (Record row : members) {
      MembershipExplanation explained = member(row.get("id").asString());
      assertThat(explained.bits()).isCloseTo(row.get("m").get("bits").asDouble(), within(1e-6));
      assertThat(explained.membership())
          .isCloseTo(row.get("m").get("membership").asDouble(), within(1e-6));
      assertThat(explained.state()).isEqualTo(row.get("m").get("state").asString());
      assertThat(explained.now()).isEqualTo(explained.state());
      assertThat(explained.changed()).isFalse();
      Map<String, Double> bits = new HashMap<>();
      explained.facets().stream()
          .filter(f -> f.bits() >= 1)
          .forEach(f -> bits.put(f.facet(), f.bits()));
      List<String> facets = row.get("m").get("facets").asList(v -> v.asString());
      assertThat(bits.keySet()).containsExactlyInAnyOrderElementsOf(facets);
      for (int f = 0; f < facets.size(); f++) {
        assertThat(bits.get(facets.get(f)))
            .isCloseTo(row.get("m").get("facetBits").get(f).asDouble(), within(1e-6));
      }
    }
  }

  @Test
  void deletingTheSetFreesTheAccountAndDeletingAnyProperSubsetDoesNot() {
    int links = 0;
    for (String account : List.of("campaign-000", "campaign-005", "campaign-013", "campaign-023")) {
      MembershipExplanation before = member(account);
      assertThat(before.state()).isEqualTo("labelled");
      List<Link> set = before.freeing().links();
      assertThat(set).isNotEmpty();
      links += set.size();
      for (int mask = 0; mask < 1 << set.size(); mask++) {
        List<Link> deleted = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
          if ((mask & 1 << i) != 0) {
            deleted.add(set.get(i));
          }
        }
        List<Record> edges = delete(account, deleted);
        assertThat(edges).hasSize(deleted.size());
        MembershipExplanation after = member(account);
        restore(account, edges);
        assertThat(after.state()).isEqualTo("labelled");
        if (deleted.size() == set.size()) {
          assertThat(after.now())
              .isEqualTo(before.freeing().after().state())
              .isNotEqualTo("labelled");
          assertThat(after.membership())
              .isCloseTo(before.freeing().after().membership(), within(1e-9));
          assertThat(after.changed()).isTrue();
          assertThat(after.text()).anyMatch(t -> t.contains("It shows other things now"));
        } else {
          assertThat(after.now()).as("%s without %s", account, deleted).isEqualTo("labelled");
        }
      }
      assertThat(member(account)).isEqualTo(before);
    }
    assertThat(links).isGreaterThan(4);
  }

  private List<Record> delete(String account, List<Link> links) {
    List<Record> edges = new ArrayList<>();
    for (Link link : links) {
      edges.addAll(
          query(
              """
              MATCH (a:Account {id: $account})-[e]->(t {id: $key}) WHERE $label IN labels(t)
              WITH e, t, properties(e) AS properties, type(e) AS type, $label AS label
              DELETE e
              RETURN t.id AS key, properties, type, label
              """,
              Map.of("account", account, "key", link.key(), "label", link.type().label())));
    }
    return edges;
  }

  private void restore(String account, List<Record> edges) {
    for (Record edge : edges) {
      query(
          "MATCH (a:Account {id: $account}), (t {id: $key}) WHERE $label IN labels(t)"
              + " CREATE (a)-[e:$($type)]->(t) SET e = $properties RETURN e",
          Map.of(
              "account", account,
              "key", edge.get("key").asString(),
              "label", edge.get("label").asString(),
              "type", edge.get("type").asString(),
              "properties", edge.get("properties").asMap()));
    }
  }

  @Test
  void eachFacetTellsItsPathsAndWhatWouldBeWithoutIt() {
    MembershipExplanation explained = member("campaign-003");
    FacetLine payment =
        explained.facets().stream()
            .filter(f -> f.facet().equals("payment"))
            .findFirst()
            .orElseThrow();
    assertThat(payment.paths()).hasSize(1);
    assertThat(payment.paths().getFirst().key()).isEqualTo("card-campaign-3");
    assertThat(payment.paths().getFirst().members()).isEqualTo(3);
    assertThat(payment.paths().getFirst().of()).isEqualTo(23);
    assertThat(payment.paths().getFirst().elsewhere()).isZero();
    assertThat(payment.text())
        .contains(
            "it pays with card-campaign-3", "3 of the 23 others", "nobody else", "without it");
    FacetLine network =
        explained.facets().stream()
            .filter(f -> f.facet().equals("network"))
            .findFirst()
            .orElseThrow();
    assertThat(network.paths())
        .extracting(MembershipExplanation.Path::key)
        .contains("198.51.100.0/24");
    for (FacetLine facet : explained.facets()) {
      assertThat(facet.without().bits()).isCloseTo(explained.bits() - facet.bits(), within(1e-9));
    }
    assertThat(explained.text().getFirst())
        .contains("campaign-003 is labelled in cluster " + cluster());
  }

  @Test
  void aStrangerHearsWhatIsMissing() {
    AccountExplanation stranger = explanations.account("user-007").orElseThrow();
    assertThat(stranger.cluster()).isNull();
    assertThat(stranger.membership()).isNull();
    assertThat(stranger.text().getFirst()).isEqualTo("user-007 is in no cluster.");
    assertThat(stranger.near()).hasSize(1);
    MembershipExplanation near = stranger.near().getFirst();
    assertThat(near.cluster()).isEqualTo(cluster());
    assertThat(near.state()).isEqualTo("outside");
    assertThat(near.freeing()).isNull();
    assertThat(near.facets()).extracting(FacetLine::facet).contains("payment");
    assertThat(near.obstacles())
        .extracting(MembershipExplanation.ObstacleLine::code)
        .containsExactly("likelier-out", "few-facets");
    assertThat(stranger.text()).anyMatch(t -> t.contains("Not in it"));
  }

  @Test
  void aSeatIsKeptOutByItsContract() {
    MembershipExplanation seat = member("seat-003");
    assertThat(seat.obstacles().getFirst().code()).isEqualTo("contract");
    assertThat(seat.obstacles().getFirst().text()).contains("org-works");
    AccountExplanation alone = explanations.account("seat-003").orElseThrow();
    assertThat(alone.near()).isEmpty();
    assertThat(alone.text()).anyMatch(t -> t.contains("shares nothing"));
  }

  /// Half a company's people have no seat, and pay with what its seats pay with.
  @Test
  void whoPaysWithWhatSeatsPayWithIsKeptOutByTheirContract() {
    MembershipExplanation contractor = member("user-009");
    assertThat(contractor.obstacles().getFirst().code()).isEqualTo("contract");
    assertThat(contractor.obstacles().getFirst().text()).contains("org-works");
  }

  @Test
  void whoSharesMostIsTheNearestOutside() {
    assertThat(member("campaign-001").nearest())
        .extracting(NearAccount::account)
        .startsWith("user-007");
    ClusterExplanation whole = explanations.cluster(cluster()).orElseThrow();
    assertThat(whole.nearest().getFirst().account()).isEqualTo("user-007");
    assertThat(whole.nearest().getFirst().shared()).isEqualTo(1);
    assertThat(whole.nearest().getFirst().obstacles())
        .containsExactly("likelier-out", "few-facets");
  }

  @Test
  void aClusterTellsWhatTiesIt() {
    ClusterExplanation whole = explanations.cluster(cluster()).orElseThrow();
    assertThat(whole.accounts()).isEqualTo(CAMPAIGN);
    assertThat(whole.facets())
        .extracting(ClusterExplanation.FacetTie::facet)
        .contains("payment", "network", "client", "prompt");
    ClusterExplanation.FacetTie payment = whole.facets().getFirst();
    assertThat(payment.thingsTotal()).isEqualTo(6);
    assertThat(payment.things().getFirst().members()).isEqualTo(4);
    assertThat(whole.text().getFirst()).contains("is labelled: 24 accounts");
  }

  @Test
  void countriesAppearNowhereAndChangeNothing() {
    MembershipExplanation before = member("campaign-002");
    query("MATCH (a:Account) SET a.country = reverse(a.country) + 'x' RETURN count(a)", Map.of());
    assertThat(member("campaign-002")).isEqualTo(before);
    assertThat(before.toString()).doesNotContain("country", "AA", "BB");
  }

  @Test
  void whatDoesNotStandIsNotExplained() {
    assertThat(explanations.cluster("c-none")).isEmpty();
    assertThat(explanations.membership("c-none", "campaign-001")).isEmpty();
    assertThat(explanations.membership(cluster(), "nobody")).isEmpty();
    assertThat(explanations.account("nobody")).isEmpty();
  }

  @Test
  void aClusterOfAnEarlierVersionSaysWhatToDo() {
    String cluster = cluster();
    byte[] profile =
        query("MATCH (c:Cluster {id: $id}) RETURN c.profile", Map.of("id", cluster))
            .getFirst()
            .get(0)
            .asByteArray();
    query("MATCH (c:Cluster {id: $id}) REMOVE c.profile RETURN 1", Map.of("id", cluster));
    assertUnexplained(cluster);
    byte[] earlier = profile.clone();
    earlier[0]--;
    keep(cluster, earlier);
    assertUnexplained(cluster);
    keep(cluster, profile);
    assertThat(explanations.cluster(cluster)).isPresent();
  }

  private void assertUnexplained(String cluster) {
    assertThatThrownBy(() -> explanations.cluster(cluster))
        .isInstanceOf(UnexplainedException.class)
        .hasMessageContaining("detect again");
  }

  private void keep(String cluster, byte[] profile) {
    query(
        "MATCH (c:Cluster {id: $id}) SET c.profile = $profile RETURN 1",
        Map.of("id", cluster, "profile", profile));
  }
}
