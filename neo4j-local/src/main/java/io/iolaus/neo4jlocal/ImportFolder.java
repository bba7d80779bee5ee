package io.iolaus.neo4jlocal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder of nodes and edges to make a store of.
///
/// Its file `manifest` says what is there, one file a line: `nodes LABEL KEY FILE COUNT` or `edges
/// TYPE START_LABEL END_LABEL FILE COUNT`. It is written last, so a folder without one is not
/// whole.
///
/// @param nodes files of nodes
/// @param edges files of edges
record ImportFolder(List<Nodes> nodes, List<Edges> edges) {

  private static final String MANIFEST = "manifest";

  /// Nodes of one label.
  ///
  /// @param key the property that holds the id by which edges name them
  record Nodes(String label, String key, Path file, long count) {}

  /// Edges of one type between two labels.
  record Edges(String type, String start, String end, Path file, long count) {}

  static ImportFolder read(Path folder) throws IOException {
    List<Nodes> nodes = new ArrayList<>();
    List<Edges> edges = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(MANIFEST))) {
      String[] words = line.split(" ", -1);
      if (words.length == 5 && words[0].equals("nodes")) {
        nodes.add(
            new Nodes(words[1], words[2], folder.resolve(words[3]), Long.parseLong(words[4])));
      } else if (words.length == 6 && words[0].equals("edges")) {
        edges.add(
            new Edges(
                words[1], words[2], words[3], folder.resolve(words[4]), Long.parseLong(words[5])));
      } else {
        throw new IOException("the manifest of " + folder + " has a line that is none: " + line);
      }
    }
    return new ImportFolder(List.copyOf(nodes), List.copyOf(edges));
  }

  long nodeCount() {
    return nodes.stream().mapToLong(Nodes::count).sum();
  }

  long edgeCount() {
    return edges.stream().mapToLong(Edges::count).sum();
  }
}
