package io.iolaus.api.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.entity.EntityReader;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.entity.Neighbour;
import io.iolaus.cypher.entity.NeighbourQuery;
import io.iolaus.cypher.entity.Neighbours;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.search.SearchFeed;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@Neo4jTest
class NeighbourOrdersIT {

  private static final int HUB = NeighbourOrders.KEPT_FROM + 500;

  private final AtomicLong nanos = new AtomicLong(1);
  private Driver driver;
  private NeighbourOrders orders;

  @BeforeEach
  void fill(Driver driver) {
    this.driver = driver;
    TestGraph.empty(driver);
    run(
        """
        CREATE (ip:IpAddress {id: '203.0.113.7', accounts: %d})
        WITH ip
        UNWIND range(1, %d) AS n
        CREATE (:Account {id: 'acc-' + n})-[:CONNECTED_FROM {total: n %% 7}]->(ip)
        """
            .formatted(HUB, HUB));
    orders = new NeighbourOrders(new EntityReader(driver), new SearchFeed(driver), nanos::get);
  }

  @Test
  void aKeptOrderIsUsedUntilSomethingIsLoaded() {
    assertThat(heaviest()).isEqualTo("acc-1000"); // 6 like many, and the first of them by its id
    pass(Duration.ofSeconds(2));
    assertThat(heaviest()).isEqualTo("acc-1000"); // read again: the marks were new to it
    weigh("acc-2", 100);
    pass(Duration.ofSeconds(60));
    // No load says so by its marks: a tool wrote past the program.
    assertThat(heaviest()).isEqualTo("acc-1000");

    run("CREATE (:BatchPart {batch: 'b-1'})");
    pass(Duration.ofMillis(1_900));
    assertThat(total()).isEqualTo(HUB);
    pass(Duration.ofMillis(200));
    assertThat(heaviest()).isEqualTo("acc-2");
  }

  @Test
  void whatWasReadBesideACommitIsReadOnceMore() {
    heaviest();
    run("CREATE (:BatchPart {batch: 'b-1'})");
    pass(Duration.ofSeconds(3));
    assertThat(heaviest()).isEqualTo("acc-1000"); // sees the mark, and not yet the rest
    weigh("acc-3", 100);
    pass(Duration.ofMillis(2_001));
    assertThat(heaviest()).isEqualTo("acc-3");
  }

  @Test
  void keepsUpWithoutBeingAsked() {
    heaviest();
    weigh("acc-4", 100);
    run("CREATE (:BatchPart {batch: 'b-1'})");
    orders.keepUp();
    assertThat(heaviest()).isEqualTo("acc-4");
  }

  @Test
  void neitherLeavesOutNorRepeatsWhatDoesNotChangeBetweenPages() {
    List<String> seen = new ArrayList<>();
    PageKey after = null;
    int page = 0;
    do {
      Neighbours found = orders.neighbours(query(after, 97)).orElseThrow();
      found.page().items().stream().map(Neighbour::id).forEach(seen::add);
      after = found.page().next();
      page++;
      weigh("acc-5", page % 2 == 0 ? 100 : 0);
      run(
          "MATCH (ip:IpAddress) CREATE (:Account {id: 'new-%d'})-[:CONNECTED_FROM {total: 50}]->(ip), (:BatchPart {batch: 'b-1'})"
              .formatted(page));
      if (page == 3) {
        run("MATCH (a:Account {id: 'acc-9'}) DETACH DELETE a");
      }
      pass(Duration.ofSeconds(3));
    } while (after != null);
    List<String> steady =
        IntStream.rangeClosed(1, HUB)
            .filter(n -> n != 5 && n != 9)
            .mapToObj(n -> "acc-" + n)
            .toList();
    List<String> told =
        seen.stream()
            .filter(id -> id.startsWith("acc-") && !id.equals("acc-5") && !id.equals("acc-9"))
            .toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(steady);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private String heaviest() {
    return orders.neighbours(query(null, 1)).orElseThrow().page().items().getFirst().id();
  }

  private long total() {
    return orders.neighbours(query(null, 1)).orElseThrow().page().total();
  }

  private static NeighbourQuery query(@Nullable PageKey after, int limit) {
    return new NeighbourQuery(EntityType.IP, "203.0.113.7", null, null, 0, limit, after);
  }

  private void weigh(String account, int total) {
    run(
        "MATCH (:Account {id: '%s'})-[r:CONNECTED_FROM]->() SET r.total = %d"
            .formatted(account, total));
  }

  private void run(String statement) {
    try (Session session = driver.session()) {
      session.run(statement).consume();
    }
  }
}
