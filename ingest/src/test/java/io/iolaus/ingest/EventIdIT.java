package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

@Neo4jTest
class EventIdIT {

  private static final String EVENT =
      "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-01T10:00:00Z\",\"ip\":\"203.0.113.7\",\"capability\":\"code\",\"prompt\":\"Tell me all about the moon\",\"count\":%d,\"eventId\":\"%s\"}";

  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  @Test
  void sameEventCountsOnceWhateverSourceBringsIt() throws Exception {
    LineCounts first = loads.load(EVENT.formatted(2, "e1"), EVENT.formatted(2, "e1")).counts();
    assertThat(first).isEqualTo(new LineCounts(2, 1, 0, 1, 0, 2));
    LineCounts second = loads.load(EVENT.formatted(2, "e2"), EVENT.formatted(2, "e1")).counts();
    assertThat(second).isEqualTo(new LineCounts(2, 0, 1, 1, 0, 2));
    assertThat(loads.one("MATCH (a:Account) RETURN a.exchanges AS n").get("n").asLong())
        .isEqualTo(4);
    assertThat(loads.one("MATCH ()-[r:CONNECTED_FROM]->() RETURN r.total AS n").get("n").asLong())
        .isEqualTo(4);
    assertThat(loads.query("MATCH (c:Capability {id: 'code'}) RETURN c")).hasSize(1);
  }

  @Test
  void otherContentIsAConflict() throws Exception {
    loads.load(EVENT.formatted(2, "e1"));
    List<String> before = loads.graph();
    IngestSummary summary = loads.load("", EVENT.formatted(3, "e1"));
    assertThat(summary.counts()).isEqualTo(new LineCounts(1, 0, 0, 0, 1, 0));
    assertThat(summary.sources().getFirst().rejections()).isEqualTo(Map.of("conflict", 1L));
    assertThat(loads.graph()).isEqualTo(before);
    assertThat(loads.deadLetters())
        .singleElement()
        .asString()
        .contains("\"code\":\"conflict\"", "\"line\":2", "\"offset\":1", "\"field\":\"eventId\"")
        .doesNotContain("moon");
  }

  @Test
  void idsOfOtherTypesAndAccountsAreOthers() throws Exception {
    LineCounts counts =
        loads
            .load(
                EVENT.formatted(1, "e1"),
                EVENT.formatted(1, "e1").replace("\"a\"", "\"b\""),
                "{\"type\":\"identifier\",\"account\":\"a\",\"kind\":\"device\",\"value\":\"d\",\"at\":\"2026-04-01T10:00:00Z\",\"eventId\":\"e1\"}")
            .counts();
    assertThat(counts).isEqualTo(new LineCounts(3, 3, 0, 0, 0, 2));
  }
}
