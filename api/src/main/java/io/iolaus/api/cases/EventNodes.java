package io.iolaus.api.cases;

import org.springframework.data.neo4j.repository.Neo4jRepository;

/// The events in the graph.
interface EventNodes extends Neo4jRepository<EventNode, String> {}
