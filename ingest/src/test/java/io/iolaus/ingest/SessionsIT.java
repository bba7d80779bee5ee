package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// Few accounts and fewer shared things, cut into many small parts: sessions meet all the time.
@Neo4jTest
class SessionsIT {

  @Test
  void fourSessionsLeaveTheGraphOfOne(Driver driver, @TempDir Path folder) throws Exception {
    Loads loads = Loads.empty(driver, folder);
    Path file = loads.file("a.ndjson", SampleLines.of(31, 1_200));
    Path again = loads.file("b.ndjson", SampleLines.of(32, 600));
    IngestSummary one = loads.load(new IngestOptions(1, 1 << 22, 1 << 22, true), file, again);
    List<String> graph = loads.graph();
    loads.clear();
    IngestSummary four = loads.load(new IngestOptions(4, 1 << 22, 3_000, true), file, again);
    assertThat(loads.graph()).isEqualTo(graph);
    assertThat(four.counts()).isEqualTo(one.counts());
    assertThat(
            loads.query(
                "MATCH (t:PaymentInstrument|IpAddress|Identifier)"
                    + " WHERE t.accounts <> COUNT { (t)<--(:Account) } RETURN t.id"))
        .as("degrees that are not the number of accounts")
        .isEmpty();
  }
}
