package io.iolaus.api.export;

import io.iolaus.api.cli.output.RowWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A graph line by line: an object for each node and each edge, or a row for each edge.
final class LineGraphWriter implements GraphWriter {

  private static final Table<GraphNode> NODES =
      new Table<>(
          join(
              List.of(Column.text("kind", _ -> "node"), Column.text("key", GraphNode::key)),
              GraphNode.COLUMNS));

  private static final List<Column<GraphEdge>> ENDS =
      List.of(Column.text("source", GraphEdge::source), Column.text("target", GraphEdge::target));

  private static final Table<GraphEdge> EDGES =
      new Table<>(join(List.of(Column.text("kind", _ -> "edge")), join(ENDS, GraphEdge.COLUMNS)));

  private static final Table<GraphEdge> EDGES_ALONE = new Table<>(join(ENDS, GraphEdge.COLUMNS));

  private final @Nullable RowWriter nodes;
  private final RowWriter edges;
  private final Table<GraphEdge> table;

  private LineGraphWriter(@Nullable RowWriter nodes, RowWriter edges, Table<GraphEdge> table) {
    this.nodes = nodes;
    this.edges = edges;
    this.table = table;
  }

  static LineGraphWriter nodesAndEdges(OutputStream out) throws IOException {
    return new LineGraphWriter(
        NODES.writer(out, TableFormat.NDJSON), EDGES.writer(out, TableFormat.NDJSON), EDGES);
  }

  static LineGraphWriter edges(OutputStream out) throws IOException {
    return new LineGraphWriter(null, EDGES_ALONE.writer(out, TableFormat.CSV), EDGES_ALONE);
  }

  private static <T> List<Column<T>> join(List<Column<T>> some, List<Column<T>> others) {
    List<Column<T>> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  @Override
  public void node(GraphNode node) throws IOException {
    if (nodes != null) {
      nodes.row(NODES.cells(node));
    }
  }

  @Override
  public void edges() throws IOException {
    if (nodes != null) {
      nodes.close(); // both write to one stream
    }
  }

  @Override
  public void edge(GraphEdge edge) throws IOException {
    edges.row(table.cells(edge));
  }

  @Override
  public void end() throws IOException {
    edges.close();
  }
}
