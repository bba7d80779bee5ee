package io.iolaus.api.export;

import java.util.Locale;

/// In what form a graph leaves.
public enum GraphFormat {
  /// GraphML 1.0, for yEd, Cytoscape, NetworkX and most others.
  GRAPHML("application/graphml+xml;charset=UTF-8"),
  /// GEXF 1.3, for Gephi.
  GEXF("application/gexf+xml;charset=UTF-8"),
  /// One JSON object a line: all nodes, then all edges.
  NDJSON("application/x-ndjson"),
  /// The edges alone, for spreadsheets.
  CSV("text/csv;charset=UTF-8");

  private final String mediaType;

  GraphFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /// As it stands in addresses, and at the end of file names.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  String mediaType() {
    return mediaType;
  }
}
