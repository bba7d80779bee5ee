package io.iolaus.cypher.report;

import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.report.ClusterReport.AddressRange;
import io.iolaus.cypher.report.ClusterReport.AutonomousSystem;
import io.iolaus.cypher.report.ClusterReport.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Reads the reports of clusters that stand now. May be shared by threads.
public final class ClusterReportReader {

  private final GraphReader graph;

  public ClusterReportReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// The report of one cluster, empty where there is none of that id now.
  ///
  /// @param least how many labelled members a network needs to be in it
  public Optional<ClusterReport> one(String id, int least) {
    Map<String, Object> networks = Map.of("id", id, "least", least);
    return graph.first(
        "queries/report/cluster",
        Map.of("id", id),
        row ->
            report(
                row,
                graph.list("queries/report/ranges", networks, ClusterReportReader::range),
                graph.list("queries/report/systems", networks, ClusterReportReader::system)));
  }

  private static ClusterReport report(
      Record record, List<AddressRange> ranges, List<AutonomousSystem> systems) {
    Value row = record.get("row");
    Instant asOf = Optional.ofNullable(Fields.instant(record.get("asOf"))).orElse(Instant.EPOCH);
    return new ClusterReport(
        row.get("id").asString(),
        row.get("state").asString("").equals("labelled"),
        Fields.numberOrZero(row.get("score")),
        Fields.count(row.get("accounts")),
        Fields.count(row.get("exchanges")),
        Fields.instant(row.get("firstSeen")),
        Fields.instant(row.get("lastSeen")),
        Optional.ofNullable(Fields.instant(row.get("validFrom"))).orElse(asOf),
        asOf,
        Fields.list(row.get("targets"), ClusterReportReader::target),
        Fields.texts(row.get("facets")),
        ranges,
        systems);
  }

  private static Target target(Value row) {
    return new Target(row.get("id").asString(), Fields.numberOrZero(row.get("share")));
  }

  private static AddressRange range(Record row) {
    return new AddressRange(
        row.get("prefix").asString(),
        Fields.list(row.get("asns"), Value::asLong).stream().sorted().toList(),
        Fields.texts(row.get("uses")).stream().sorted().toList(),
        row.get("accounts").asLong(),
        row.get("total").asLong());
  }

  private static AutonomousSystem system(Record row) {
    return new AutonomousSystem(
        row.get("asn").asLong(), row.get("use").asString(), row.get("accounts").asLong());
  }
}
