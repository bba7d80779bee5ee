package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.JournalInUseException;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// The rules of the event format, each by the smallest source that shows it.
@Neo4jTest
class RulesIT {

  private static final String DAY = "2026-04-0%dT10:00:00Z";

  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  private static String exchange(String account, String ip, int day) {
    return "{\"type\":\"exchange\",\"account\":\"%s\",\"at\":\"%s\",\"ip\":\"%s\",\"client\":\"sdk/1\",\"count\":2}"
        .formatted(account, DAY.formatted(day), ip);
  }

  private static String organization(String id, String name, int day) {
    return "{\"type\":\"organization\",\"id\":\"%s\",\"name\":\"%s\",\"at\":\"%s\"}"
        .formatted(id, name, DAY.formatted(day));
  }

  private static String account(String id, String status, int day, String more) {
    return "{\"type\":\"account\",\"id\":\"%s\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"at\":\"%s\",\"status\":\"%s\"%s}"
        .formatted(id, DAY.formatted(day), status, more);
  }

  @Test
  void linksIpv6At64AndCountsAccounts() throws Exception {
    loads.load(exchange("a", "2001:db8::1", 1), exchange("b", "2001:db8::2", 2));
    loads.load(exchange("a", "2001:db8::3", 3), exchange("c", "10.0.0.1", 3));
    Map<String, Object> v6 =
        loads.one("MATCH (i:IpAddress {version: 6}) RETURN i").get("i").asMap();
    assertThat(v6)
        .containsEntry("id", "2001:db8::/64")
        .containsEntry("accounts", 2L)
        .containsEntry("evidence", true)
        .containsEntry("prefix", "2001:db8::/48");
    assertThat(
            loads
                .one("MATCH (i:IpAddress {version: 4}) RETURN i.evidence AS e")
                .get("e")
                .asBoolean())
        .isFalse();
    Map<String, Object> edge =
        loads.one("MATCH (:Account {id: 'a'})-[r:CONNECTED_FROM]->() RETURN r").get("r").asMap();
    assertThat(edge)
        .containsEntry("days", List.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 3)))
        .containsEntry("counts", List.of(2L, 2L))
        .containsEntry("batches", List.of(1L, 1L, 2L, 1L))
        .containsEntry("total", 4L);
    assertThat(
            loads
                .one("MATCH (i:Identifier {id: 'client:sdk/1'}) RETURN i.accounts AS n")
                .get("n")
                .asLong())
        .isEqualTo(3);
    assertThat(loads.query("MATCH (n) WHERE n.accounts <> COUNT { (n)<--(:Account) } RETURN n"))
        .isEmpty();
  }

  @Test
  void accountIsAPlaceholderUntilItsLineComes() throws Exception {
    loads.load(exchange("a", "203.0.113.7", 1));
    assertThat(loads.one("MATCH (a:Account) RETURN a.placeholder AS p").get("p").asBoolean())
        .isTrue();
    LineCounts late = loads.load(account("a", "active", 2, "")).counts();
    assertThat(late).isEqualTo(new LineCounts(1, 0, 1, 0, 0, 0));
    LineCounts again = loads.load(" " + account("a", "active", 2, "")).counts();
    assertThat(again).isEqualTo(new LineCounts(1, 0, 0, 1, 0, 0));
    assertThat(loads.one("MATCH (a:Account) RETURN a").get("a").asMap())
        .containsEntry("placeholder", false)
        .containsEntry("status", "active")
        .containsEntry("exchanges", 2L)
        .containsKey("createdAt");
  }

  @Test
  void laterStatementsHoldAndTiesGoToTheGreaterValue() throws Exception {
    loads.load(
        account("a", "suspended", 3, ""),
        account("a", "active", 2, ""),
        account("a", "closed", 3, ""),
        organization("o", "Zebra", 2),
        organization("o", "Alder", 3),
        organization("o", "Birch", 3));
    assertThat(loads.one("MATCH (a:Account) RETURN a.status AS s").get("s").asString())
        .isEqualTo("suspended");
    assertThat(loads.one("MATCH (o:Organization) RETURN o.name AS n").get("n").asString())
        .isEqualTo("Birch");
    assertThat(loads.one("MATCH (o:Organization) RETURN size(o.facts) AS n").get("n").asLong())
        .isEqualTo(3);
  }

  @Test
  void accountHasOneEdgeToTheOrganizationThatHolds() throws Exception {
    loads.load(account("a", "active", 1, ",\"organization\":\"o1\",\"verified\":true"));
    assertThat(
            loads.query(
                "MATCH (:Account)-[:VERIFIED_BY]->(o {id: 'o1', placeholder: true}) RETURN o"))
        .hasSize(1);
    loads.load(account("a", "active", 2, ",\"organization\":\"o2\",\"verified\":false"));
    loads.load(account("a", "active", 1, ",\"organization\":\"o3\""), organization("o2", "Two", 1));
    assertThat(
            loads.query("MATCH (:Account)-[r:VERIFIED_BY|SEAT_OF]->(o) RETURN type(r) + o.id AS e"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("e").asString()).isEqualTo("SEAT_OFo2"));
    assertThat(loads.one("MATCH (o:Organization) RETURN count(o) AS n").get("n").asLong())
        .isEqualTo(3);
  }

  @Test
  void eachVerdictIsKeptByWhoGaveIt() throws Exception {
    String verdict =
        "{\"type\":\"verdict\",\"account\":\"a\",\"verdict\":\"%s\",\"by\":\"%s\",\"at\":\"%s\"}";
    loads.load(
        verdict.formatted("fraudulent", "x", DAY.formatted(3)),
        verdict.formatted("legitimate", "x", DAY.formatted(2)),
        verdict.formatted("unsure", "y", DAY.formatted(2)));
    assertThat(
            loads.query(
                "MATCH (v:Verdict)-[:ABOUT]->(a:Account {id: v.account}) RETURN v.by + ' ' + v.verdict AS v ORDER BY v"))
        .extracting(row -> row.get("v").asString())
        .containsExactly("x fraudulent", "y unsure");
  }

  @Test
  void addressIsInTheLongestNetworkWhicheverCameFirst() throws Exception {
    String network = "{\"type\":\"network\",\"prefix\":\"%s\"}";
    loads.load(network.formatted("203.0.0.0/16"), network.formatted("2001:db8::/32"));
    loads.load(
        exchange("a", "203.0.113.7", 1),
        exchange("a", "198.51.100.1", 1),
        exchange("a", "2001:db8:0:5::1", 1));
    loads.load(
        network.formatted("203.0.113.0/24"),
        network.formatted("203.0.113.0/28"),
        network.formatted("0.0.0.0/0"),
        network.formatted("2001:db8:0:5::/64"));
    loads.load(network.formatted("203.0.112.0/23"), network.formatted("2001:db8::/48"));
    assertThat(
            loads.query(
                "MATCH (i:IpAddress)-[:IN_NETWORK]->(n) RETURN i.id + ' ' + n.id AS l ORDER BY l"))
        .extracting(row -> row.get("l").asString())
        .containsExactly(
            "198.51.100.1 0.0.0.0/0",
            "2001:db8:0:5::/64 2001:db8:0:5::/64",
            "203.0.113.7 203.0.113.0/28");
  }

  @Test
  void oddBytesAreRejectedLineByLine() throws Exception {
    StringBuilder source = new StringBuilder("\ufeff" + account("a", "active", 1, "") + "\r\n");
    source.append("{\"type\":\"account\",\"id\":\"nul\u0000\"}\n");
    source.append("{\"type\":\"account\",\"id\":\"").append("x".repeat(17 << 20)).append("\"}\n");
    source.append(account("b", "active", 1, ",\"shoeSize\":4711")).append("\n\n  \n");
    source.append(
        "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-01T10:00:00Z\",\"prompt\":\"p\",\"fingerprint\":\"secret words\"}\n");
    source.append(account("c", "active", 1, ""));
    IngestSummary summary =
        loads.load(loads.file("odd.ndjson", source.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(summary.counts()).isEqualTo(new LineCounts(6, 3, 0, 0, 3, 0));
    assertThat(summary.sources().getFirst().unknownFields()).isEqualTo(Map.of("shoeSize", 1L));
    assertThat(summary.sources().getFirst().rejections())
        .isEqualTo(Map.of("malformed-json", 1L, "line-too-long", 1L, "prompt-and-fingerprint", 1L));
    assertThat(loads.deadLetters())
        .hasSize(3)
        .anyMatch(letter -> letter.contains("\"line\":3,"))
        .anyMatch(letter -> letter.contains("\"line\":7,"))
        .noneMatch(letter -> letter.contains("secret words") || letter.contains("xxxx"));
  }

  @Test
  void textOfPromptsIsNowhere() throws Exception {
    loads.load(
        "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-01T10:00:00Z\",\"prompt\":\"sesame open the garden door\",\"system\":\"sesame is your name\"}",
        "{\"type\":\"exchange\",\"account\":\"a\",\"at\":4,\"prompt\":\"sesame open the garden door\"}",
        "{\"type\":\"exchange\",\"account\":\"a\",\"prompt\":\"sesame open");
    assertThat(loads.graph()).noneMatch(line -> line.contains("sesame"));
    assertThat(loads.deadLetters()).hasSize(2).noneMatch(letter -> letter.contains("sesame"));
    try (var files = Files.walk(loads.home().journal())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("sesame");
      }
    }
  }

  @Test
  void oneLoadAtATimeWorksOnAHome() throws Exception {
    try (Journal journal = Journal.open(loads.home().journal())) {
      assertThat(journal.sealed()).isEmpty();
      assertThatThrownBy(() -> loads.load(exchange("a", "203.0.113.7", 1)))
          .isInstanceOf(JournalInUseException.class)
          .hasMessageContaining("another ingest is running");
    }
  }

  @Test
  void aLoadWaitsForAnotherOnTheSameHome() throws Exception {
    List<String> notices = new CopyOnWriteArrayList<>();
    Path file = loads.file("a.ndjson", List.of(exchange("a", "203.0.113.7", 1)));
    CompletableFuture<IngestSummary> second;
    try (Journal journal = Journal.open(loads.home().journal())) {
      assertThat(journal.sealed()).isEmpty();
      second = CompletableFuture.supplyAsync(() -> load(file, listener(notices, () -> false)));
      while (notices.isEmpty()) {
        Thread.sleep(20);
      }
      assertThat(second).isNotDone();
    }
    assertThat(second.get(1, TimeUnit.MINUTES).counts().created()).isEqualTo(1);
    assertThat(notices)
        .containsExactly("another load is working on this home, waiting until it is done");
  }

  @Test
  void aWaitingLoadCanBeStopped() throws Exception {
    Path file = loads.file("a.ndjson", List.of(exchange("a", "203.0.113.7", 1)));
    try (Journal journal = Journal.open(loads.home().journal())) {
      assertThat(journal.sealed()).isEmpty();
      assertThatThrownBy(() -> load(file, listener(new CopyOnWriteArrayList<>(), () -> true)))
          .hasCauseInstanceOf(IngestStoppedException.class);
    }
  }

  private IngestSummary load(Path file, IngestListener listener) {
    try {
      return loads
          .service(Loads.SMALL, WriteHook.NONE)
          .waiting()
          .ingest(List.of(Source.file(file)), listener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IngestListener listener(List<String> notices, BooleanSupplier stopped) {
    return new IngestListener() {
      @Override
      public void progress(IngestProgress progress) {}

      @Override
      public void notice(String text) {
        notices.add(text);
      }

      @Override
      public boolean stopped() {
        return stopped.getAsBoolean();
      }
    };
  }
}
