package io.iolaus.cypher.detector.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.detector.DetectorFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementSafetyTest {
  @Test
  void saysWhere() {
    assertThat(check("MATCH (a:Account)\nSET a.x = 1 RETURN a").getFirst().offset()).isEqualTo(18);
  }

  @Test
  void layoutAndCommentsDoNotChangeTheCanonicalForm() {
    assertThat(CypherTokens.canonical("MATCH (a) // one\n  RETURN a.id AS key"))
        .isEqualTo(CypherTokens.canonical("MATCH(a)/* two */RETURN a . id AS key"))
        .isNotEqualTo(CypherTokens.canonical("MATCH(a) RETURN a.id AS `key`"));
  }

  private static List<Finding> check(String statement) {
    return StatementSafety.check(
        statement, Set.of("from", "asOf"), "payment", DetectorFile.LINK_TYPES);
  }
}
