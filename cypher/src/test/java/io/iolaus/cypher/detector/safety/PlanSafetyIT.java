package io.iolaus.cypher.detector.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.test.Neo4jTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/// The second and the third line behind the text: the plan, and the server's own settings.
@Neo4jTest
class PlanSafetyIT {
  private final Driver driver;

  PlanSafetyIT(Driver driver) {
    this.driver = driver;
  }

  /// What gets past a reader of tokens is still seen in the plan.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (a:Account) CREATE (:Loot {id: a.id}) RETURN a",
        "MATCH (a:Account) SET a.x = 1 RETURN a",
        "MATCH (a:Account) DETACH DELETE a RETURN 1 AS a",
        "MATCH (a:Account) FOREACH (x IN [1] | SET a.x = x) RETURN a",
        "LOAD CSV FROM 'file:///etc/passwd' AS a RETURN a",
        "CALL db.awaitIndexes(1) RETURN 1 AS a",
        "SHOW TRANSACTIONS",
        "MATCH (a:$('Account')) RETURN a",
        "MATCH (a:Account)-[:$any('PAID_WITH')]->(b) RETURN a",
        "MATCH p = ANY SHORTEST (a:Account {id: '1'})-[:PAID_WITH]-+(b:Account {id: '2'}) RETURN p"
            + " AS a",
        "MATCH (a:Account)-[:PAID_WITH*]-(b) RETURN a",
        "MATCH (a:Account)-[:`X*1..2]`*]-(b) RETURN a",
      })
  void seesInThePlanWhatTheTextWouldHaveShown(String statement) {
    try (Session session = driver.session()) {
      Map<String, Object> params = Map.of("from", LocalDate.EPOCH, "asOf", LocalDate.EPOCH);
      List<Finding> findings =
          PlanSafety.check(session.run("CYPHER 25 EXPLAIN " + statement, params).consume());
      assertThat(findings).isNotEmpty();
    }
  }

  @Test
  void thePlansOfAllDetectorsAreAllRight() {
    DetectorCatalog.load().checkPlans(driver);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "LOAD CSV FROM 'file:/etc/passwd' AS line RETURN line",
        "LOAD CSV FROM 'http://127.0.0.1:1/x' AS line RETURN line",
        "LOAD CSV FROM 'https://192.0.2.1/x' AS line RETURN line",
        "LOAD CSV FROM 'ftp://192.0.2.1/x' AS line RETURN line",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CALL dbms.setConfigValue('db.memory.transaction.max', '0')",
        "CALL db.labels() YIELD label RETURN label",
        "CALL db.clearQueryCaches() YIELD value RETURN value",
        "CALL dbms.security.clearAuthCache()",
        "CALL apoc.load.json('http://127.0.0.1:1') YIELD value RETURN value",
        "CREATE (n:Loot)",
        "MATCH (a:Account) SET a.x = 1",
        "CREATE INDEX loot IF NOT EXISTS FOR (n:Loot) ON (n.id)",
      })
  void theServerItselfRefuses(String statement) {
    String elsewhere = System.getenv("NEO4J_URI");
    assumeTrue(
        elsewhere == null && System.getProperty("iolaus.test.neo4j") == null,
        "another server than our own has other settings");
    SessionConfig reading = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
    try (Session session = driver.session(reading)) {
      assertThatThrownBy(() -> session.run(statement).consume()).isInstanceOf(Neo4jException.class);
    }
  }
}
