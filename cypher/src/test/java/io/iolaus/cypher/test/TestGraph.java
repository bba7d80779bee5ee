package io.iolaus.cypher.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.schema.SchemaMigrations;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// Empties a graph, and says what must be true of every graph.
public final class TestGraph {

  private TestGraph() {}

  /// Removes all nodes and brings the schema up to date.
  public static void empty(Driver driver) {
    try (Session session = driver.session()) {
      session
          .run(
              "MATCH (n) WHERE NOT n:SchemaVersion"
                  + " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS")
          .consume();
    }
    SchemaMigrations.apply(driver);
  }

  /// No current member without a cluster that counts it, no two clusters with one id.
  static void checkInvariants(Driver driver) {
    try (Session session = driver.session()) {
      assertThat(
              session
                  .run(
                      "MATCH (a:Account)-[m:MEMBER_OF]->(c) WHERE m.validTo IS NULL"
                          + " AND (NOT c:Cluster OR c.id IS NULL OR c.validTo IS NOT NULL)"
                          + " RETURN a.id AS account")
                  .list(row -> row.get("account").asString()))
          .as("current members without a current cluster")
          .isEmpty();
      assertThat(
              session
                  .run("MATCH (c:Cluster) WITH c.id AS id, count(*) AS n WHERE n > 1 RETURN id")
                  .list(row -> row.get("id").asString()))
          .as("clusters with one id")
          .isEmpty();
    }
  }
}
