package io.iolaus.api.cli.output;

import io.iolaus.cypher.cluster.CapabilityShare;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.cluster.ClusterSummary;
import io.iolaus.cypher.cluster.NamedOrganization;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The labelled clusters as the public disclosures print them: who may be behind it, when, how
/// large, what for. What stands in the first column is a hypothesis with its confidence, never a
/// finding.
public final class CampaignTable {

  private static final List<String> COLUMNS =
      List.of("cluster", "actor hypothesis", "window", "accounts", "exchanges", "capabilities");
  private static final int MOST_CAPABILITIES = 5;

  private CampaignTable() {}

  /// Prints a row a labelled cluster, the one with most exchanges first.
  public static void print(ClusterReader clusters, OutputStream out) throws IOException {
    List<ClusterSummary> labelled = new ArrayList<>();
    clusters.allClusters(cluster -> {
      if (cluster.state() == ClusterState.LABELLED) {
        labelled.add(cluster);
      }
    });
    labelled.sort(Comparator.comparingLong(ClusterSummary::exchanges).reversed());
    try (RowWriter rows = RowWriter.to(out, OutputFormat.TABLE, COLUMNS)) {
      for (ClusterSummary cluster : labelled) {
        rows.row(
            List.of(
                new Cell.Text(cluster.id()),
                new Cell.Text(hypothesis(cluster.organization())),
                new Cell.Text(day(cluster.firstSeen()) + " – " + day(cluster.lastSeen())),
                new Cell.Count(cluster.accounts()),
                new Cell.Count(cluster.exchanges()),
                new Cell.Text(capabilities(cluster.capabilities()))));
      }
    }
  }

  private static String hypothesis(@Nullable NamedOrganization organization) {
    return organization == null
        ? "unknown"
        : String.format(Locale.ROOT, "%s (%.2f)", organization.name(), organization.confidence());
  }

  private static String day(@Nullable Instant instant) {
    return instant == null ? "?" : instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String capabilities(List<CapabilityShare> shares) {
    List<String> most =
        shares.stream()
            .sorted(Comparator.comparingLong(CapabilityShare::exchanges).reversed())
            .limit(MOST_CAPABILITIES)
            .map(CapabilityShare::id)
            .toList();
    String more = shares.size() > MOST_CAPABILITIES ? ", …" : "";
    return String.join(", ", most) + more;
  }
}
