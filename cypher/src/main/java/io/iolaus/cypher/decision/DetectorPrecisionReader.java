package io.iolaus.cypher.decision;

import io.iolaus.core.decision.Opinions;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// Holds whom each version of a detector had a part in labelling against what people decided since.
/// Versions of long ago keep their figures, which go on to change with what is decided. May be
/// shared by threads.
public final class DetectorPrecisionReader {

  private final GraphReader graph;
  private final DecisionReader decisions;

  public DetectorPrecisionReader(Driver driver) {
    this.graph = new GraphReader(driver);
    this.decisions = new DecisionReader(driver);
  }

  /// By detector, the latest version first.
  public List<DetectorPrecision> all() {
    Opinions opinions = opinions();
    return graph.list("queries/detector-precision", Map.of(), row -> precision(row, opinions));
  }

  private Opinions opinions() {
    Instant now = decisions.now(Instant.EPOCH);
    Opinions opinions = new Opinions();
    graph
        .list("queries/detect/verdicts", Map.of("asOf", now.atZone(ZoneOffset.UTC)), r -> r)
        .forEach(row ->
            opinions.add(
                row.get("account").asString(),
                row.get("by").asString(),
                row.get("verdict").asString(),
                row.get("at").asZonedDateTime().toInstant()));
    opinions.add(decisions.held(now));
    return opinions;
  }

  private static DetectorPrecision precision(Record row, Opinions opinions) {
    List<String> accounts = Fields.texts(row.get("accounts"));
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    accounts.forEach(account -> counts.merge(opinions.of(account), 1L, Long::sum));
    return new DetectorPrecision(
        row.get("detector").asString(),
        row.get("version").asInt(),
        row.get("firstRun").asString(),
        row.get("lastRun").asString(),
        accounts.size(),
        counts.getOrDefault(Verdict.FRAUDULENT, 0L),
        counts.getOrDefault(Verdict.LEGITIMATE, 0L));
  }
}
