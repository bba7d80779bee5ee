package io.iolaus.cypher.report;

import io.iolaus.cypher.cluster.ClusterDetail;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.cluster.ClusterSummary;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.report.ClusterReport.AddressRange;
import io.iolaus.cypher.report.ClusterReport.AutonomousSystem;
import io.iolaus.cypher.report.ClusterReport.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Reads the reports of clusters that stand now, and of those of any moment. May be shared by
/// threads.
public final class ClusterReportReader {

  private final GraphReader graph;
  private final ClusterReader clusters;

  public ClusterReportReader(Driver driver) {
    this.graph = new GraphReader(driver);
    this.clusters = new ClusterReader(driver);
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

  /// The report of one cluster as it was, empty where there was none of that id.
  ///
  /// @param least how many labelled members a network needs to be in it
  public Optional<ClusterReport> one(String id, int least, View view) {
    return view.isNow()
        ? one(id, least)
        : clusters.one(id, view).map(cluster -> report(cluster, least, view));
  }

  private ClusterReport report(ClusterDetail cluster, int least, View view) {
    Map<String, @Nullable Object> networks = view.parameters();
    networks.put("id", cluster.summary().id());
    networks.put("least", least);
    ClusterSummary summary = cluster.summary();
    Instant run = cluster.run() == null ? null : cluster.run().asOf();
    Instant judged = Objects.requireNonNullElse(run, Instant.EPOCH);
    Instant asOf = view.asOf() == null || judged.isBefore(view.asOf()) ? judged : view.asOf();
    return new ClusterReport(
        summary.id(),
        summary.state() == ClusterState.LABELLED,
        summary.score(),
        summary.accounts(),
        summary.exchanges(),
        summary.firstSeen(),
        summary.lastSeen(),
        clusters.standingSince(summary.id(), view).orElse(asOf),
        asOf,
        summary.capabilities().stream().map(c -> new Target(c.id(), c.share())).toList(),
        summary.facets(),
        graph.list("queries/history/report-ranges", networks, ClusterReportReader::range),
        graph.list("queries/history/report-systems", networks, ClusterReportReader::system));
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
