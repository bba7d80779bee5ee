package io.iolaus.api.cases;

import java.util.List;
import org.springframework.data.neo4j.repository.Neo4jRepository;

/// The attachments in the graph.
interface AttachmentNodes extends Neo4jRepository<AttachmentNode, String> {

  /// Those that were taken away.
  List<AttachmentNode> findByRemovedAtIsNotNull();
}
