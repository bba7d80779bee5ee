package io.iolaus.api.cases;

import org.springframework.data.neo4j.repository.Neo4jRepository;

/// The comments in the graph.
interface CommentNodes extends Neo4jRepository<CommentNode, String> {}
