package io.iolaus.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.SmallGraph;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.search.SearchFeed;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@Neo4jTest
class SearchIT {

  private static LuceneEntitySearch search;
  private static Home home;

  @BeforeAll
  static void build(Driver driver, Home at) throws IOException {
    SmallGraph.create(driver);
    home = at;
    search = new LuceneEntitySearch(new SearchFeed(driver), home);
    assertThat(search.find(SearchText.of("acc"), 10).items()).isEmpty();
    search.rebuild();
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
    assertThat(Files.list(home.run())).isEmpty();
  }

  private static List<String> ids(String typed) {
    return search.find(SearchText.of(typed), 10).items().stream().map(SearchHit::id).toList();
  }

  @Test
  void findsByTheBeginningOfAnIdWithTheHeaviestFirst() {
    assertThat(ids("acc-")).startsWith("acc-6", "acc-5", "acc-4", "acc-3").endsWith("acc-1");
    assertThat(ids("203.0.113.7")).containsExactly("203.0.113.7");
    assertThat(ids("PI_7q")).containsExactly("-:pi_7Qx");
  }

  @Test
  void findsByWordsOfANameAndItsAliases() {
    assertThat(ids("research la")).containsExactly("org-alder");
    assertThat(ids("arl")).first().isEqualTo("org-alder");
    assertThat(ids("alder.exa")).contains("org-alder");
    assertThat(ids("reserch")).containsExactly("org-alder");
    assertThat(ids("as64500")).containsExactly("203.0.113.0/24");
  }

  @Test
  void aPrefixAsksForOneType() {
    assertThat(ids("ip:203.0.113")).containsExactly("203.0.113.7", "203.0.113.8");
    assertThat(ids("cluster: c-")).containsExactly("c-1", "c-2");
    assertThat(ids("cluster:")).containsExactlyInAnyOrder("c-1", "c-2");
    assertThat(ids("pay:acc-1")).isEmpty();
    assertThat(ids("")).isEmpty();
  }

  @Test
  void tellsTheClusterOfAnAccount() {
    assertThat(search.find(SearchText.of("acct:acc-1"), 1).items().getFirst().cluster())
        .isEqualTo("c-1");
  }

  @Test
  void whatIsNewIsFoundAfterTheNextRebuild(Driver driver) throws IOException {
    try (var session = driver.session()) {
      session.run("CREATE (:Account {id: 'zz-new'})").consume();
    }
    assertThat(ids("zz-new")).isEmpty();
    search.rebuild();
    assertThat(ids("zz-new")).containsExactly("zz-new");
    assertThat(ids("c-0")).isEmpty();
  }
}
