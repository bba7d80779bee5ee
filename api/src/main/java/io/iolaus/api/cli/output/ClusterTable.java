package io.iolaus.api.cli.output;

import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.cypher.cluster.CapabilityShare;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.cluster.ClusterSummary;
import io.iolaus.cypher.cluster.NamedOrganization;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Suppressed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The clusters of the latest full run, as the event format fixes their columns.
public final class ClusterTable {

  private static final List<String> COLUMNS =
      List.of(
          "cluster",
          "state",
          "score",
          "accounts",
          "exchanges",
          "firstSeen",
          "lastSeen",
          "capabilities",
          "organization",
          "confidence");

  private ClusterTable() {}

  /// Prints a row a cluster, in byte order of the ids.
  ///
  /// @param left what is left out
  public static void print(
      ClusterReader clusters, Suppressed left, View view, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      clusters.allClusters(
          left,
          view,
          cluster -> {
            try {
              rows.row(cells(cluster));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  /// Prints what a run found that wrote no clusters: a run for a moment in the past.
  public static void print(List<FoundCluster> clusters, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      for (FoundCluster cluster :
          clusters.stream().sorted(Comparator.comparing(FoundCluster::id)).toList()) {
        rows.row(cells(cluster));
      }
    }
  }

  private static List<Cell> cells(FoundCluster cluster) {
    Optional<Hypothesis> named = cluster.named();
    return cells(
        cluster.id(),
        cluster.labelled() ? ClusterState.LABELLED : ClusterState.REVIEW,
        cluster.score(),
        cluster.counted().size(),
        cluster.exchanges(),
        cluster.firstSeen(),
        cluster.lastSeen(),
        cluster.capabilities().stream().map(FoundCluster.Target::capability),
        named.map(Hypothesis::organization).orElse(null),
        named.map(Hypothesis::confidence).orElse(0.0));
  }

  private static List<Cell> cells(ClusterSummary cluster) {
    @Nullable NamedOrganization organization = cluster.organization();
    return cells(
        cluster.id(),
        cluster.state(),
        cluster.score(),
        cluster.accounts(),
        cluster.exchanges(),
        cluster.firstSeen(),
        cluster.lastSeen(),
        cluster.capabilities().stream().map(CapabilityShare::id),
        organization == null ? null : organization.id(),
        organization == null ? 0 : organization.confidence());
  }

  private static List<Cell> cells(
      String id,
      ClusterState state,
      double score,
      long accounts,
      long exchanges,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen,
      Stream<String> capabilities,
      @Nullable String organization,
      double confidence) {
    return List.of(
        new Cell.Text(id),
        new Cell.Text(state.text()),
        new Cell.Share(score),
        new Cell.Count(accounts),
        new Cell.Count(exchanges),
        new Cell.Time(firstSeen),
        new Cell.Time(lastSeen),
        // By name: an order that does not change when the counts do.
        new Cell.Texts(capabilities.sorted().toList()),
        new Cell.Text(organization),
        new Cell.Share(confidence));
  }
}
