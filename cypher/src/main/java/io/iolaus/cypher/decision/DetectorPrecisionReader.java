package io.iolaus.cypher.decision;

import io.iolaus.core.decision.Opinions;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import java.time.Instant;
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
  private final OpinionReader opinions;

  public DetectorPrecisionReader(Driver driver) {
    this.graph = new GraphReader(driver);
    this.decisions = new DecisionReader(driver);
    this.opinions = new OpinionReader(driver);
  }

  /// By detector, the latest version first.
  public List<DetectorPrecision> all() {
    Instant now = decisions.now(Instant.EPOCH);
    Opinions said = opinions.by(now, decisions.held(now));
    return graph.list("queries/detector-precision", Map.of(), row -> precision(row, said));
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
