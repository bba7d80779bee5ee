package io.iolaus.cypher.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.path.EvidencePaths.EvidencePath;
import io.iolaus.cypher.path.EvidencePaths.PathEdge;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.test.Neo4jTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// Accounts `a` and `b` share a device with nobody, an address with 898 others and an airport's
/// with thousands; the device was seen in May, the address in April, and known in June.
@Neo4jTest
class PathReaderIT {

  private static final Instant APRIL = Instant.parse("2026-04-30T12:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-15T00:00:00Z");

  private PathReader paths;

  @BeforeEach
  void fill(Driver driver) {
    paths = new PathReader(driver);
    run(driver, "MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n");
    run(
        driver,
        """
        CREATE (a:Account {id: 'a'}), (b:Account {id: 'b'}), (c:Account {id: 'c'}), (d:Account {id: 'd'}),
          (device:Identifier {id: 'device:d-1', kind: 'device', value: 'd-1', accounts: 2}),
          (ip:IpAddress {id: '203.0.113.7', evidence: true, accounts: 900}),
          (airport:IpAddress {id: '203.0.113.8', evidence: true, accounts: 1100}),
          (carrier:IpAddress {id: '100.64.0.1', evidence: false, accounts: 2}),
          (net:Network {id: '203.0.113.0/24', name: 'Example Hosting'}),
          (card:PaymentInstrument {id: '-:pi_1', instrument: 'pi_1', accounts: 2}),
          (ip)-[:IN_NETWORK]->(net), (airport)-[:IN_NETWORK]->(net),
          (:Cluster {id: 'k', run: 'r'})-[:SUPPORTED_BY {run: 'r', bits: 9.5}]->(device)
        WITH *
        UNWIND [a, b] AS x
        CREATE (x)-[:HAS_IDENTIFIER {days: [date('2026-05-02'), date('2026-05-04')], counts: [1, 2],
            known: [datetime('2026-06-01T00:00:00Z').epochMillis, 0], total: 3,
            firstSeen: datetime('2026-05-02T00:00:00Z'), lastSeen: datetime('2026-05-04T00:00:00Z')}]->(device)
        CREATE (x)-[:CONNECTED_FROM {days: [date('2026-04-02'), date('2026-05-02')], counts: [1, 1],
            known: [datetime('2026-06-01T00:00:00Z').epochMillis, 0, datetime('2026-07-01T00:00:00Z').epochMillis, 1], total: 2,
            firstSeen: datetime('2026-04-02T00:00:00Z'), lastSeen: datetime('2026-05-02T00:00:00Z')}]->(ip)
        CREATE (x)-[:CONNECTED_FROM]->(airport)
        WITH DISTINCT ip, airport, carrier, c, d, b, card
        CREATE (c)-[:CONNECTED_FROM]->(airport), (c)-[:CONNECTED_FROM]->(carrier), (d)-[:CONNECTED_FROM]->(carrier),
          (d)-[:PAID_WITH]->(card), (b)-[:PAID_WITH]->(card)
        WITH ip, airport
        UNWIND range(1, 1097) AS n
        CREATE (x:Account {id: 'other-' + n})-[:CONNECTED_FROM]->(airport)
        WITH x, ip, n WHERE n <= 898
        CREATE (x)-[:CONNECTED_FROM]->(ip)
        """);
  }

  private static void run(Driver driver, String statement) {
    try (var session = driver.session()) {
      session.run(statement).consume();
    }
  }

  private EvidencePaths between(String from, String to, int limit, View view) {
    return paths.strongest(EntityRef.parse(from), EntityRef.parse(to), limit, view).orElseThrow();
  }

  private EvidencePaths now(String from, String to, int limit) {
    return between(from, to, limit, View.NOW);
  }

  private static List<String> ids(EvidencePath path) {
    return path.nodes().stream().map(EvidencePaths.PathNode::id).toList();
  }

  @Test
  void whatFewShareComesFirstAndEachStepSaysWhy() {
    EvidencePaths found = now("account:a", "account:b", 2);

    assertThat(found.paths())
        .extracting(PathReaderIT::ids)
        .containsExactly(List.of("a", "device:d-1", "b"), List.of("a", "203.0.113.7", "b"));
    EvidencePath best = found.paths().getFirst();
    assertThat(best.cost()).isEqualTo(7);
    assertThat(best.bits()).isEqualTo(9.5);
    assertThat(best.nodes().get(1).users()).isEqualTo(2);
    assertThat(best.edges())
        .extracting(PathEdge::text)
        .containsOnly("showed, 3 times, from 2026-05-02 to 2026-05-04; 2 accounts do");
    assertThat(best.edges().get(1).source()).isEqualTo(2);
    assertThat(found.paths().get(1).edges().getFirst().text()).endsWith("; 900 accounts do");
    assertThat(found.nodes()).isEqualTo(best.nodes());
    assertThat(found.edges()).isEqualTo(best.edges());
  }

  @Test
  void saysHowManyThereAreWhereItKnows() {
    EvidencePaths one = now("account:a", "account:b", 1);
    assertThat(one.reason()).isEqualTo("limit");
    assertThat(one.total()).isNull();
    assertThat(one.totalUnknown()).isNotNull();

    EvidencePaths all = now("account:a", "account:b", 10);
    assertThat(all.shown()).isEqualTo(2);
    assertThat(all.total()).isEqualTo(2);
    assertThat(all.reason()).isNull();
  }

  @Test
  void noPathGoesThroughAHubOrWhatIsNoEvidence() {
    EvidencePaths hub = now("account:a", "account:c", 1);
    assertThat(hub.found()).isFalse();
    assertThat(hub.reason()).isEqualTo("only-through-hubs");
    assertThat(hub.total()).isZero();
    assertThat(now("account:c", "account:d", 1).found()).isFalse();
  }

  @Test
  void anEndMayBeAHubOrAnythingElse() {
    EvidencePaths hub = now("account:c", "ip:203.0.113.8", 1);
    assertThat(ids(hub.paths().getFirst())).containsExactly("c", "203.0.113.8");
    assertThat(hub.nodes().get(1).users()).isEqualTo(1100);
    assertThat(ids(now("identifier:device:d-1", "network:203.0.113.0/24", 1).paths().getFirst()))
        .containsExactly("device:d-1", "a", "203.0.113.7", "203.0.113.0/24");
    assertThat(ids(now("payment:-:pi_1", "account:a", 1).paths().getFirst()))
        .containsExactly("-:pi_1", "b", "device:d-1", "a");
  }

  @Test
  void whoIsAskedAboutItselfIsThere() {
    EvidencePaths found = now("account:a", "account:a", 1);
    assertThat(ids(found.paths().getFirst())).containsExactly("a");
    assertThat(found.edges()).isEmpty();
    assertThat(found.total()).isEqualTo(1);
  }

  @Test
  void whoIsNotThereHasNoPaths() {
    assertThat(
            paths.strongest(
                EntityRef.parse("account:a"), EntityRef.parse("account:nobody"), 1, View.NOW))
        .isEmpty();
    assertThatThrownBy(() -> now("account:a", "cluster:k", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> now("account:a", "account:b", 11))
        .hasMessage("limit must be 1..10, was 11");
  }

  @Test
  void aMomentHasThePathsThatThereWere() {
    EvidencePaths april = between("account:a", "account:b", 10, new View(APRIL, null));
    assertThat(april.paths())
        .extracting(PathReaderIT::ids)
        .containsExactly(List.of("a", "203.0.113.7", "b"));
    assertThat(april.edges().getFirst().text())
        .isEqualTo("connected from, once, on 2026-04-02; 900 accounts do");
    assertThat(between("account:a", "account:b", 10, new View(null, JUNE)).shown()).isEqualTo(2);
    EvidencePaths unknown =
        between("account:a", "account:b", 1, new View(null, Instant.parse("2026-05-20T00:00:00Z")));
    assertThat(unknown.found()).isFalse();
    assertThat(unknown.reason()).isEqualTo("only-through-hubs");
  }

  @Test
  void whatBecameAHubLaterWasNoneBefore(Driver driver) {
    run(
        driver,
        """
        MATCH (x:IpAddress {id: '203.0.113.8'})<-[e:CONNECTED_FROM]-(a:Account) WHERE a.id STARTS WITH 'other-' AND toInteger(substring(a.id, 6)) > 500
        SET e.days = [date('2026-05-02')], e.counts = [1], e.known = [0, 0]
        """);
    EvidencePaths april = between("account:a", "account:c", 1, new View(APRIL, null));
    assertThat(ids(april.paths().getFirst())).containsExactly("a", "203.0.113.8", "c");
    assertThat(april.nodes().get(1).users()).isEqualTo(503);
  }

  @Test
  void aMomentBehindAllIsNow() {
    View ever = new View(Instant.parse("2027-01-01T00:00:00Z"), null);
    EvidencePaths then = between("account:a", "account:b", 10, ever);
    EvidencePaths now = now("account:a", "account:b", 10);
    assertThat(then.paths())
        .extracting(PathReaderIT::ids)
        .isEqualTo(now.paths().stream().map(PathReaderIT::ids).toList());
    assertThat(then.paths())
        .extracting(EvidencePath::cost)
        .isEqualTo(now.paths().stream().map(EvidencePath::cost).toList());
  }
}
