package io.iolaus.cypher.detector.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.test.Neo4jTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@Neo4jTest
class PlanSafetyIT {
  private final Driver driver;

  PlanSafetyIT(Driver driver) {
    this.driver = driver;
  }

  static List<Corpus> refusedByPlan() {
    return Corpus.read("refused-by-plan.txt");
  }

  static List<Corpus> accepted() {
    return Corpus.read("accepted.txt");
  }

  @ParameterizedTest
  @MethodSource("refusedByPlan")
  void refuses(Corpus bad) {
    assertThat(explain(bad.statement()))
        .anySatisfy(finding -> assertThat(finding.what()).contains(bad.reason()));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void accepts(Corpus good) {
    assertThat(explain(good.statement())).isEmpty();
  }

  /// The second line behind the text: what gets past a reader of tokens is still seen in the plan.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (a:Account) CREATE (:Loot {id: a.id}) RETURN a",
        "MATCH (a:Account) SET a.x = 1 RETURN a",
        "MATCH (a:Account) DETACH DELETE a RETURN 1 AS a",
        "MATCH (a:Account) FOREACH (x IN [1] | SET a.x = x) RETURN a",
        "LOAD CSV FROM 'file:///etc/passwd' AS a RETURN a",
        "CALL db.labels() YIELD label AS a RETURN a",
        "MATCH (a:$('Account')) RETURN a",
        "MATCH p = ANY SHORTEST (a:Account {id: '1'})-[:PAID_WITH]-+(b:Account {id: '2'}) RETURN p AS a",
      })
  void seesInThePlanWhatTheTextWouldHaveShown(String statement) {
    assertThat(explainPlain(statement)).isNotEmpty();
  }

  @Test
  void thePlansOfAllDetectorsAreAllRight() {
    DetectorCatalog.load().checkPlans(driver);
  }

  private List<Finding> explain(String statement) {
    return explainPlain("CALL () {\n" + statement + "\n} RETURN *");
  }

  private List<Finding> explainPlain(String statement) {
    try (Session session = driver.session()) {
      Map<String, Object> params =
          Map.of("from", LocalDate.EPOCH, "asOf", LocalDate.EPOCH, "minAccounts", 2);
      return PlanSafety.check(session.run("CYPHER 25 EXPLAIN " + statement, params).consume());
    }
  }
}
