package io.iolaus.cypher.decision;

import io.iolaus.core.decision.Held;
import io.iolaus.core.decision.Opinions;
import io.iolaus.cypher.read.GraphReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.neo4j.driver.Driver;

/// Reads what people said about accounts. May be shared by threads.
public final class OpinionReader {

  private final GraphReader graph;

  public OpinionReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// What was said of all accounts by a moment.
  ///
  /// @param held decisions about clusters, which say something of their accounts
  public Opinions by(Instant moment, Held held) {
    Opinions opinions = new Opinions();
    graph.each(
        "queries/detect/verdicts",
        Map.of("asOf", moment.atZone(ZoneOffset.UTC)),
        row ->
            opinions.add(
                row.get("account").asString(),
                row.get("by").asString(),
                row.get("verdict").asString(),
                row.get("at").asZonedDateTime().toInstant()));
    opinions.add(held);
    return opinions;
  }
}
