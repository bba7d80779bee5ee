package io.iolaus.api.server;

import io.iolaus.cypher.cluster.ClusterQuery;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.MemberQuery;
import io.iolaus.cypher.entity.EntityReader;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.entity.NeighbourOrder;
import io.iolaus.cypher.entity.NeighbourQuery;
import io.iolaus.cypher.path.PathReader;
import io.iolaus.cypher.run.StatusReader;
import io.iolaus.cypher.subgraph.SubgraphReader;
import io.iolaus.cypher.suppression.Suppressed;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Reads what is not there once after the start: a database that has just started takes up to a
/// second to plan each statement, which the first analyst's clicks should not wait for.
@Component
class FirstReads {

  private static final Logger log = LoggerFactory.getLogger(FirstReads.class);

  private static final String NOTHING = "";

  private final ClusterReader clusters;
  private final SubgraphReader subgraphs;
  private final EntityReader entities;
  private final PathReader paths;
  private final StatusReader status;

  FirstReads(
      ClusterReader clusters,
      SubgraphReader subgraphs,
      EntityReader entities,
      PathReader paths,
      StatusReader status) {
    this.clusters = clusters;
    this.subgraphs = subgraphs;
    this.entities = entities;
    this.paths = paths;
    this.status = status;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual().name("first-reads").start(this::read);
  }

  /// In the order in which a person meets them.
  private void read() {
    try {
      status.status();
      clusters.list(
          new ClusterQuery(
              null, null, null, ClusterQuery.Sort.SCORE, true, 1, null, Suppressed.NONE));
      clusters.version(NOTHING);
      clusters.one(NOTHING);
      subgraphs.cluster(NOTHING);
      clusters.members(
          NOTHING,
          new MemberQuery(null, MemberQuery.Sort.MEMBERSHIP, true, 1, null, Suppressed.NONE));
      entities.one(EntityType.ACCOUNT, NOTHING);
      entities.counts(EntityType.ACCOUNT, NOTHING);
      entities.order(EntityType.ACCOUNT, NOTHING);
      entities.neighbours(new NeighbourQuery(EntityType.ACCOUNT, NOTHING, 1), NeighbourOrder.NONE);
      paths.prepare();
    } catch (Neo4jException | IllegalStateException e) {
      // Nothing depends on it; the server may be on its way down already.
      log.debug("first reads broke off", e);
    }
  }
}
