package io.iolaus.api.cli.output;

import io.iolaus.core.evidence.Facet;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.MemberLine;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Suppressed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/// The accounts that are in a cluster, as the event format fixes their columns.
public final class MemberTable {

  private static final List<String> COLUMNS =
      List.of("account", "cluster", "state", "membership", "facets");

  private MemberTable() {}

  /// Prints a row an account, in byte order of the ids.
  ///
  /// @param left what is left out
  public static void print(
      ClusterReader clusters, Suppressed left, View view, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      clusters.allMembers(
          left,
          view,
          member -> {
            try {
              rows.row(cells(member));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static List<Cell> cells(MemberLine member) {
    return List.of(
        new Cell.Text(member.account()),
        new Cell.Text(member.cluster()),
        new Cell.Text(member.state().text()),
        new Cell.Share(member.membership()),
        new Cell.Texts(inOrder(member.facets())));
  }

  private static List<String> inOrder(List<String> facets) {
    return Arrays.stream(Facet.values()).map(Facet::id).filter(facets::contains).toList();
  }
}
