package io.iolaus.neo4jlocal;

import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.GraphDatabaseService;

/// Queries of the kinds that Iolaus asks, so that {@link StartupArchive} holds the classes they
/// need too.
final class WarmUp {

  private static final List<String> QUERIES =
      List.of(
          "CREATE CONSTRAINT warm_id IF NOT EXISTS FOR (n:Warm) REQUIRE n.id IS UNIQUE",
          "CREATE INDEX warm_at IF NOT EXISTS FOR (n:Warm) ON (n.at)",
          "CALL db.awaitIndexes(60)",
          "UNWIND $rows AS row MERGE (n:Warm {id: row.id}) ON CREATE SET n.at = datetime(),"
              + " n.days = [date()] SET n.total = coalesce(n.total, 0) + row.count"
              + " WITH n, row MATCH (m:Warm {id: row.id})"
              + " MERGE (n)-[r:WITH]->(m) SET r += row RETURN count(*) AS n",
          "MATCH (i:Warm) WHERE i.total >= 1 CALL (i) { MATCH (i)<-[e:WITH]-(a:Warm)"
              + " WHERE any(day IN a.days WHERE day <= date())"
              + " RETURN collect(a.id) AS members, sum(e.count) AS total }"
              + " WITH i, members, total WHERE size(members) >= 1"
              + " RETURN i.id AS id, members, total, i.at AS at"
              + " ORDER BY total DESC, id LIMIT 10",
          "MATCH p = shortestPath((a:Warm {id: 'a'})-[*..4]-(b:Warm {id: 'b'})) RETURN p",
          "MATCH (n:Warm) WHERE n.id STARTS WITH 'a' OPTIONAL MATCH (n)-[r]-() RETURN n, r",
          "SHOW INDEXES YIELD name RETURN name",
          "MATCH (n:Warm) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS");

  private WarmUp() {}

  static void run(GraphDatabaseService database) {
    Map<String, Object> parameters =
        Map.of("rows", List.of(Map.of("id", "a", "count", 1), Map.of("id", "b", "count", 2)));
    for (String query : QUERIES) {
      database.executeTransactionally(query, parameters, result -> result.stream().count());
    }
  }
}
