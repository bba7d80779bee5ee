package io.iolaus.neo4jlocal;

import java.util.List;
import org.neo4j.batchimport.api.InputIterable;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.batchimport.api.input.Group;
import org.neo4j.batchimport.api.input.IdType;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.batchimport.api.input.InputEntityVisitor;
import org.neo4j.batchimport.api.input.PropertySizeCalculator;
import org.neo4j.batchimport.api.input.ReadableGroups;
import org.neo4j.internal.batchimport.input.Groups;

/// What the importer reads: the nodes and edges of an {@link ImportFolder}. Ids are unique within
/// their label.
final class ImportInput implements Input {

  // Guesses: they decide how much memory is reserved, not what is imported.
  private static final int NODE_PROPERTIES = 8;
  private static final int EDGE_PROPERTIES = 7;
  private static final int PROPERTY_BYTES = 24;

  private final ImportFolder folder;
  private final Groups groups = new Groups();

  ImportInput(ImportFolder folder) {
    this.folder = folder;
    folder.nodes().forEach(nodes -> groups.getOrCreate(nodes.label()));
  }

  @Override
  public InputIterable nodes(Collector collector) {
    return () -> new ImportReader(folder.nodes().stream().map(this::source).toList());
  }

  @Override
  public InputIterable relationships(Collector collector) {
    return () -> new ImportReader(folder.edges().stream().map(this::source).toList());
  }

  private ImportReader.Source source(ImportFolder.Nodes nodes) {
    Group group = groups.get(nodes.label());
    String[] labels = {nodes.label()};
    return new ImportReader.Source(
        nodes.file(),
        (frame, visitor) -> {
          String id = frame.text();
          visitor.labels(labels);
          visitor.id(id, group);
          visitor.property(nodes.key(), id, false);
          properties(frame, visitor);
        });
  }

  private ImportReader.Source source(ImportFolder.Edges edges) {
    Group start = groups.getOrCreate(edges.start());
    Group end = groups.getOrCreate(edges.end());
    return new ImportReader.Source(
        edges.file(),
        (frame, visitor) -> {
          visitor.startId(frame.text(), start);
          visitor.endId(frame.text(), end);
          visitor.type(edges.type());
          properties(frame, visitor);
        });
  }

  private static void properties(ImportFrame frame, InputEntityVisitor visitor) {
    for (int i = frame.count(); i > 0; i--) {
      visitor.property(frame.name(), frame.value(), false);
    }
  }

  @Override
  public IdType idType() {
    return IdType.STRING;
  }

  @Override
  public ReadableGroups groups() {
    return groups;
  }

  @Override
  public Estimates validateAndEstimate(PropertySizeCalculator sizes, int threads) {
    long nodes = folder.nodeCount();
    long edges = folder.edgeCount();
    return Input.knownEstimates(
        nodes,
        edges,
        nodes * NODE_PROPERTIES,
        edges * EDGE_PROPERTIES,
        nodes * NODE_PROPERTIES * PROPERTY_BYTES,
        edges * EDGE_PROPERTIES * PROPERTY_BYTES,
        nodes);
  }

  @Override
  public boolean containsVectorData() {
    return false;
  }

  /// For messages.
  @Override
  public String toString() {
    return "nodes " + List.copyOf(folder.nodes()) + ", edges " + List.copyOf(folder.edges());
  }
}
