package io.iolaus.cypher.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

/// Every statement of both folders goes the way that loading, checking and publishing one takes.
@Neo4jTest
class DetectorCorpusIT {
  private final Driver driver;

  DetectorCorpusIT(Driver driver) {
    this.driver = driver;
  }

  static List<Corpus> bad() {
    return Corpus.read("bad");
  }

  static List<Corpus> good() {
    return Corpus.read("good");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refusesWithAReason(Corpus bad) {
    assertThat(problems(bad))
        .as("%s", problems(bad))
        .anySatisfy(problem -> {
          assertThat(bad.reasons()).anySatisfy(r -> assertThat(problem.what()).contains(r));
          assertThat(problem.remedy()).isNotBlank();
          assertThat(problem.line()).as("behind the front matter").isGreaterThan(12);
        });
  }

  @ParameterizedTest
  @MethodSource("good")
  void accepts(Corpus good) {
    assertThat(problems(good)).isEmpty();
  }

  @Test
  void thereAreEnoughOfBoth() {
    assertThat(bad()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(good()).hasSizeGreaterThanOrEqualTo(60);
  }

  private List<DetectorProblem> problems(Corpus one) {
    boolean declares = one.statement().contains("$minAccounts");
    String text =
        Detectors.frontMatter("PT60S", declares ? Detectors.MIN_ACCOUNTS : "") + one.statement();
    Problems problems = new Problems("payment/probe.cypher");
    Optional<DetectorFile> file = DetectorFileReader.read("payment/probe.cypher", text, problems);
    List<DetectorProblem> all = new ArrayList<>(problems.found());
    file.ifPresent(f -> all.addAll(new DetectorJudge(driver).problems("payment/probe.cypher", f)));
    return all;
  }
}
