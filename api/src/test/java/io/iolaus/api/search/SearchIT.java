package io.iolaus.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.search.SearchFeed;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@Neo4jTest
class SearchIT {

  private static LuceneEntitySearch search;

  @BeforeAll
  static void build(Driver driver, Home home) throws IOException {
    SmallGraph.create(driver);
    search = new LuceneEntitySearch(new SearchFeed(driver), home, Clock.systemUTC());
    assertThat(found("acc")).isEmpty();
    assertThat(search.state().complete()).isFalse();
    search.refresh();
    assertThat(search.state().complete()).isTrue();
  }

  @AfterAll
  static void close() throws IOException {
    search.close();
  }

  private static List<String> ids(String typed) throws IOException {
    return found(typed).stream().map(SearchHit::id).toList();
  }

  private static List<SearchHit> found(String typed) throws IOException {
    return search.find(SearchText.of(typed), SearchFilter.NONE, 10, null).hits();
  }

  @Test
  void findsByTheBeginningOfAnIdWithTheHeaviestFirst() throws IOException {
    assertThat(ids("acc-")).startsWith("acc-6", "acc-5", "acc-4", "acc-3").endsWith("acc-1");
    assertThat(ids("203.0.113.7")).containsExactly("203.0.113.7", "203.0.113.0/24");
    assertThat(ids("PI_7q")).containsExactly("-:pi_7Qx");
  }

  @Test
  void findsByWordsOfANameAndItsAliases() throws IOException {
    assertThat(ids("research la")).containsExactly("org-alder");
    assertThat(ids("arl")).first().isEqualTo("org-alder");
    assertThat(ids("alder.exa")).contains("org-alder");
    assertThat(ids("reserch")).containsExactly("org-alder");
    assertThat(ids("as64500")).containsExactly("203.0.113.0/24");
  }

  @Test
  void aPrefixAsksForOneType() throws IOException {
    assertThat(ids("ip:203.0.113")).containsExactly("203.0.113.7", "203.0.113.8");
    assertThat(ids("cluster: c-")).containsExactly("c-1", "c-2");
    assertThat(ids("cluster:")).containsExactlyInAnyOrder("c-1", "c-2");
    assertThat(ids("pay:acc-1")).isEmpty();
    assertThat(ids("")).isEmpty();
  }

  @Test
  void tellsTheClusterOfAnAccount() throws IOException {
    SearchPage page = search.find(SearchText.of("acct:acc-1"), SearchFilter.NONE, 1, null);
    assertThat(search.clusters(page)).containsEntry("acc-1", "c-1");
  }

  @Test
  void findsAddressesAndNetworksBySpans() throws IOException {
    assertThat(ids("203.0.113.0/29")).containsExactlyInAnyOrder("203.0.113.7", "203.0.113.0/24");
    assertThat(ids("ip:203.0.113.8-203.0.113.99")).containsExactly("203.0.113.8");
    assertThat(ids("net:203.0.113.77")).containsExactly("203.0.113.0/24");
    assertThat(ids("ip:198.51.0.0/16")).containsExactly("198.51.100.1");
    assertThat(ids("ip:2001:db8::/32")).isEmpty();
  }

  @Test
  void filtersByTypeTimeAndState() throws IOException {
    Instant may = Instant.parse("2026-05-15T00:00:00Z");
    assertThat(filtered("acc", Set.of(), may, null, null)).hasSize(6).doesNotContain("acc-7");
    assertThat(filtered("", Set.of(EntityType.CLUSTER), null, may, null))
        .containsExactlyInAnyOrder("c-1", "c-2");
    assertThat(filtered("c-", Set.of(EntityType.CLUSTER), may, null, null)).containsExactly("c-1");
    assertThat(filtered("", Set.of(), null, null, "review")).containsExactly("c-2");
    assertThat(filtered("a", Set.of(EntityType.ORGANIZATION, EntityType.CLUSTER), null, null, null))
        .containsExactly("org-alder");
  }

  private static List<String> filtered(
      String typed,
      Set<EntityType> types,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String state)
      throws IOException {
    SearchFilter filter =
        new SearchFilter(
            types, Optional.ofNullable(from), Optional.ofNullable(to), Optional.ofNullable(state));
    return search.find(SearchText.of(typed), filter, 20, null).hits().stream()
        .map(SearchHit::id)
        .toList();
  }

  @Test
  void countsHitsByTypeAndState() throws IOException {
    SearchFacets facets = search.find(SearchText.of("c"), SearchFilter.NONE, 1, null).facets();
    assertThat(facets.state())
        .containsExactly(
            new SearchFacets.Count("labelled", 1, false),
            new SearchFacets.Count("review", 1, false));
    assertThat(search.find(SearchText.of("acc-"), SearchFilter.NONE, 1, null).facets().type())
        .containsExactly(new SearchFacets.Count("account", 8, false));
  }

  @Test
  void pagesGoThroughAllHitsOnce() throws IOException {
    SearchFilter any = SearchFilter.NONE;
    List<String> all =
        search.find(SearchText.of("a"), any, 100, null).hits().stream()
            .map(hit -> hit.type() + hit.id())
            .toList();
    assertThat(all).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    List<String> paged = new ArrayList<>();
    @Nullable HitPlace after = null;
    do {
      SearchPage page = search.find(SearchText.of("a"), any, 3, after);
      page.hits().forEach(hit -> paged.add(hit.type() + hit.id()));
      after = page.next();
    } while (after != null);
    assertThat(paged).isEqualTo(all);
  }

  @Test
  void hostileTextsFindNothingAndTakeNoTime() throws IOException {
    for (String text : HostileTexts.ALL) {
      long start = System.nanoTime();
      try {
        assertThat(found(text)).as(text).hasSizeLessThanOrEqualTo(10);
      } catch (ProblemException e) {
        assertThat(e.problem().status().value()).isEqualTo(400);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
    assertThat(ids("ac*1")).isEmpty();
    assertThat(ids("id:* OR type:account")).isEmpty();
    assertThat(ids("/a.c-1/")).isEmpty();
  }
}
