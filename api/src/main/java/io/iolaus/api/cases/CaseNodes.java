package io.iolaus.api.cases;

import org.springframework.data.neo4j.repository.Neo4jRepository;

/// The cases in the graph.
interface CaseNodes extends Neo4jRepository<CaseNode, String> {}
