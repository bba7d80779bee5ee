package io.iolaus.cypher.detector.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.detector.DetectorFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementSafetyTest {
  static List<Corpus> refused() {
    return Corpus.read("refused.txt");
  }

  static List<Corpus> accepted() {
    List<Corpus> all = new java.util.ArrayList<>(Corpus.read("accepted.txt"));
    all.addAll(Corpus.read("refused-by-plan.txt")); // nothing in their text gives them away
    return all;
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(Corpus bad) {
    assertThat(check(bad.statement()))
        .anySatisfy(finding -> {
          assertThat(finding.what()).contains(bad.reason());
          assertThat(finding.remedy()).isNotBlank();
        });
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void accepts(Corpus good) {
    assertThat(check(good.statement())).isEmpty();
  }

  @Test
  void theCorpusIsLargeEnough() {
    assertThat(refused()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(Corpus.read("accepted.txt")).hasSizeGreaterThanOrEqualTo(15);
  }

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
    return StatementSafety.check(statement, Corpus.PARAMS, "payment", DetectorFile.LINK_TYPES);
  }
}
