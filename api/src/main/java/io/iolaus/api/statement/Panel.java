package io.iolaus.api.statement;

import java.util.List;

/// Something that is shown, and the statements that it is read by, in the order in which they run.
///
/// @param name for people and programs: `members`
/// @param route that answers with it
/// @param now statements for what there is now
/// @param past statements for other moments; none where there is only now
record Panel(String name, String route, List<String> now, List<String> past) {
  Panel {
    now = List.copyOf(now);
    past = List.copyOf(past);
  }

  private static final String HOLDING = "queries/suppression/holding";
  private static final String STANDING = "queries/history/standing";
  private static final String FIGURES = "queries/history/figures";

  /// All of them.
  static List<Panel> all() {
    return List.of(
        new Panel(
            "clusters",
            "/api/v1/clusters",
            List.of(HOLDING, "queries/cluster-list", "queries/suppression/hiding"),
            List.of(HOLDING, STANDING, FIGURES, "queries/suppression/hiding")),
        new Panel(
            "cluster",
            "/api/v1/clusters/{id}",
            List.of("queries/cluster-version", "queries/cluster-one"),
            List.of(STANDING, FIGURES, "queries/history/evidence", "queries/history/timeline")),
        new Panel(
            "attribution",
            "/api/v1/clusters/{id}/attribution",
            List.of("queries/cluster-attribution"),
            List.of(STANDING, FIGURES, "queries/history/organization-names")),
        new Panel(
            "members",
            "/api/v1/clusters/{id}/members",
            List.of(HOLDING, "queries/cluster-members", "queries/suppression/hiding-in"),
            List.of(HOLDING, STANDING, "queries/history/members", "queries/suppression/hiding-in")),
        new Panel(
            "subgraph",
            "/api/v1/clusters/{id}/subgraph",
            List.of("queries/cluster-version", "queries/cluster-subgraph"),
            List.of(STANDING, "queries/history/subgraph")),
        new Panel(
            "selection",
            "/api/v1/subgraphs",
            List.of("queries/selection"),
            List.of("queries/selection")),
        new Panel(
            "entity",
            "/api/v1/entities/{type}",
            List.of("queries/entity-one"),
            List.of("queries/history/entity")),
        new Panel(
            "neighbours",
            "/api/v1/entities/{type}/neighbours",
            List.of("queries/neighbour-order", "queries/neighbour-page"),
            List.of("queries/history/neighbours")),
        new Panel(
            "neighbour-counts",
            "/api/v1/entities/{type}/neighbours/counts",
            List.of("queries/neighbour-counts"),
            List.of("queries/history/neighbours")),
        new Panel(
            "paths",
            "/api/v1/paths",
            List.of("queries/path/ends", "queries/path/near", "queries/path/steps"),
            List.of(
                "queries/history/path/ends",
                "queries/history/path/near",
                "queries/history/path/steps")),
        new Panel(
            "lineage",
            "/api/v1/lineage",
            List.of("queries/lineage-events"),
            List.of("queries/lineage-events")),
        new Panel("runs", "/api/v1/runs", List.of("queries/run-list"), List.of()),
        new Panel(
            "detector-runs",
            "/api/v1/detectors/{id}/runs",
            List.of("queries/detector-runs"),
            List.of()),
        new Panel(
            "detector-precision",
            "/api/v1/detectors/precision",
            List.of("queries/detector-precision"),
            List.of()),
        new Panel("cases", "/api/v1/cases", List.of("queries/case/list"), List.of()),
        new Panel(
            "case-items", "/api/v1/cases/{id}/items", List.of("queries/case/items"), List.of()));
  }
}
