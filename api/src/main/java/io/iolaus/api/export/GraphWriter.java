package io.iolaus.api.export;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a graph as it comes: all nodes, then all edges, then the end. A file without its end is
/// broken, so nothing but [#end] may write it.
public sealed interface GraphWriter permits XmlGraphWriter, LineGraphWriter {

  /// A writer to this stream, in UTF-8.
  ///
  /// @param name of the graph
  static GraphWriter to(OutputStream out, GraphFormat format, String name) throws IOException {
    return switch (format) {
      case GRAPHML -> new XmlGraphWriter(out, new GraphMl(), name);
      case GEXF -> new XmlGraphWriter(out, new Gexf(), name);
      case NDJSON -> LineGraphWriter.nodesAndEdges(out);
      case CSV -> LineGraphWriter.edges(out);
    };
  }

  void node(GraphNode node) throws IOException;

  /// Edges follow. To be called once, also where there are none.
  void edges() throws IOException;

  /// An edge between two nodes that were written.
  void edge(GraphEdge edge) throws IOException;

  void end() throws IOException;
}
