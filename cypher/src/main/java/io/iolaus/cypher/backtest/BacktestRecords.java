package io.iolaus.cypher.backtest;

import io.iolaus.core.backtest.BacktestFigures;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import tools.jackson.databind.json.JsonMapper;

/// The backtests in the graph. May be shared by threads.
public final class BacktestRecords {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Driver driver;

  public BacktestRecords(Driver driver) {
    this.driver = driver;
  }

  /// Those of a detector, or of one version of it, the latest first.
  public List<Backtest> of(String detector, @Nullable Integer version) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("detector", detector);
    parameters.put("version", version);
    return new GraphReader(driver)
        .list("queries/detector/backtests", parameters, r -> backtest(r.get("row")));
  }

  /// Records one under the next number, and returns it under that.
  Backtest record(Backtest b) {
    Map<String, Object> row = new HashMap<>();
    row.put("detector", b.detector());
    row.put("version", b.version());
    row.put("digest", b.digest());
    row.put("catalog", b.catalog());
    row.put("window", b.window());
    row.put("replaced", b.replaced());
    row.put("verdicts", b.verdicts());
    row.put("cases", b.cases());
    row.put("by", b.by());
    row.put("figures", JSON.writeValueAsString(b.figures()));
    Value parameters =
        Values.parameters(
            "row",
            row,
            "asOf",
            time(b.asOf()),
            "events",
            b.events() == null ? Values.NULL : Values.value(time(b.events())),
            "recordedAt",
            time(Objects.requireNonNull(b.recordedAt())));
    try (var session = driver.session()) {
      String id =
          session.executeWrite(tx ->
              tx.run(Statements.load("writes/detector/backtest-record"), parameters)
                  .single()
                  .get("id")
                  .asString());
      return new Backtest(
          id,
          b.detector(),
          b.version(),
          b.digest(),
          b.catalog(),
          b.asOf(),
          b.window(),
          b.events(),
          b.replaced(),
          b.verdicts(),
          b.cases(),
          b.by(),
          b.recordedAt(),
          b.figures());
    }
  }

  private static ZonedDateTime time(Instant instant) {
    return instant.atZone(ZoneOffset.UTC);
  }

  private static Backtest backtest(Value row) {
    return new Backtest(
        row.get("id").asString(),
        row.get("detector").asString(),
        row.get("version").asInt(),
        row.get("digest").asString(),
        Fields.texts(row.get("catalog")),
        row.get("asOf").asZonedDateTime().toInstant(),
        row.get("window").asString(),
        Fields.instant(row.get("events")),
        Fields.count(row.get("replaced")),
        row.get("verdicts").asString(),
        row.get("cases").asInt(),
        row.get("by").asString(),
        Fields.instant(row.get("recordedAt")),
        JSON.readValue(row.get("figures").asString(), BacktestFigures.class));
  }
}
