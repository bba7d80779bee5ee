package io.iolaus.sharing.stix;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.report.ClusterReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports to export, and the objects that come out.
final class Reports {

  static final SiteSecret SECRET = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);

  private Reports() {}

  static ClusterReport plain() {
    return with(
        List.of(
            range("203.0.113.0/24", List.of(64500L), List.of("hosting"), 40, 41),
            range("2001:db8:1::/48", List.of(64501L), List.of("proxy", "vpn"), 7, 7)),
        List.of(
            new ClusterReport.AutonomousSystem(64500, "hosting", 40),
            new ClusterReport.AutonomousSystem(64501, "proxy", 9)));
  }

  static ClusterReport with(
      List<ClusterReport.AddressRange> ranges, List<ClusterReport.AutonomousSystem> systems) {
    return report("c-17", true, 143, ranges, systems);
  }

  static ClusterReport report(
      String id,
      boolean labelled,
      long accounts,
      List<ClusterReport.AddressRange> ranges,
      List<ClusterReport.AutonomousSystem> systems) {
    return new ClusterReport(
        id,
        labelled,
        0.973,
        accounts,
        28_812,
        Instant.parse("2026-04-21T08:17:33.123456Z"),
        Instant.parse("2026-06-03T23:59:59.999Z"),
        Instant.parse("2026-05-01T11:30:00Z"),
        Instant.parse("2026-06-04T00:15:00Z"),
        List.of(
            new ClusterReport.Target("software-engineering", 0.71),
            new ClusterReport.Target("Mallory <m@example.com>", 0.2),
            new ClusterReport.Target("summaries", 0.01)),
        List.of("payment", "network", "prompt"),
        ranges,
        systems);
  }

  static ClusterReport.AddressRange range(
      String prefix, List<Long> asns, List<String> uses, long accounts, long total) {
    return new ClusterReport.AddressRange(prefix, asns, uses, accounts, total);
  }

  static ExportOutcome export(ClusterReport report) {
    return new StixExport(SECRET, new Contributor("Example Lab")).export(report);
  }

  static String json(ClusterReport report) {
    return ((ExportOutcome.Bundle) export(report)).json();
  }

  static List<JsonNode> objects(ClusterReport report) {
    List<JsonNode> objects = new ArrayList<>();
    JsonMapper.shared().readTree(json(report)).get("objects").forEach(objects::add);
    return objects;
  }

  static Stream<JsonNode> objects(ClusterReport report, String type) {
    return objects(report).stream().filter(o -> o.get("type").asString().equals(type));
  }
}
