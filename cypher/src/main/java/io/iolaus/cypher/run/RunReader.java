package io.iolaus.cypher.run;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.flag;
import static io.iolaus.cypher.read.Fields.instant;
import static io.iolaus.cypher.read.Fields.text;

import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/// Reads what detection did and when. May be shared by threads.
public final class RunReader {

  private final GraphReader graph;

  public RunReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// Runs, the latest first.
  public Page<DetectionRun> runs(int limit, @Nullable PageKey after) {
    return page("queries/run-list", Map.of(), limit, after, RunReader::run);
  }

  /// Runs of one detector, the latest first.
  public Page<DetectorRunRow> detectorRuns(String detector, int limit, @Nullable PageKey after) {
    return page(
        "queries/detector-runs",
        Map.of("detector", detector),
        limit,
        after,
        RunReader::detectorRun);
  }

  /// The latest run of each detector, by the detector's id.
  public Map<String, DetectorRunRow> latestByDetector() {
    Map<String, DetectorRunRow> latest = new HashMap<>();
    graph
        .list("queries/detector-latest", Map.of(), r -> detectorRun(r.get("row")))
        .forEach(row -> latest.put(row.detector(), row));
    return latest;
  }

  private <T> Page<T> page(
      String statement,
      Map<String, Object> parameters,
      int limit,
      @Nullable PageKey after,
      Function<Value, T> row) {
    return graph.page(
        statement,
        parameters,
        limit,
        after,
        v -> new PageKey(v.get("seq").asNumber().doubleValue(), v.get("id").asString()),
        row);
  }

  static DetectionRun run(Value v) {
    return new DetectionRun(
        v.get("id").asString(),
        count(v.get("seq")),
        instant(v.get("asOf")),
        Fields.texts(v.get("ignoring")),
        Fields.texts(v.get("lowered")),
        Fields.list(v.get("decisions"), Value::asLong).stream().mapToInt(Long::bitCount).sum(),
        Fields.texts(v.get("suppressions")),
        text(v.get("since")),
        count(v.get("touched")),
        instant(v.get("recordedAt")),
        flag(v.get("complete")),
        text(v.get("status")),
        Fields.texts(v.get("unfinished")),
        count(v.get("accounts")),
        count(v.get("clusters")),
        count(v.get("millis")));
  }

  private static DetectorRunRow detectorRun(Value v) {
    return new DetectorRunRow(
        v.get("id").asString(),
        v.get("detector").asString(),
        String.valueOf(v.get("version").asObject()),
        text(v.get("params")),
        text(v.get("status")),
        text(v.get("reason")),
        Fields.count(v.get("links")),
        count(v.get("members")),
        count(v.get("millis")),
        instant(v.get("recordedAt")),
        v.get("run").asString(),
        count(v.get("seq")),
        instant(v.get("asOf")));
  }
}
