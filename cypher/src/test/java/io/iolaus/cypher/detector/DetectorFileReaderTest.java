package io.iolaus.cypher.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorFileReaderTest {
  private static final String STATEMENT =
      """
      MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
      RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members\
      """;
  private static final String GOOD = Detectors.text(STATEMENT, "PT60S");

  @Test
  void readsEveryField() {
    DetectorFile file = read(GOOD).orElseThrow();
    assertThat(file.id()).isEqualTo("probe");
    assertThat(file.path()).isEqualTo("payment/probe.cypher");
    assertThat(file.version()).isEqualTo(1);
    assertThat(file.status()).isEqualTo(DetectorStatus.ACTIVE);
    assertThat(file.facet()).isEqualTo("payment");
    assertThat(file.every()).isEqualTo(Duration.ofMinutes(15));
    assertThat(file.timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(file.falsePositives())
        .extracting(DetectorFile.FalsePositive::id)
        .containsExactly("household");
    assertThat(file.params().getFirst())
        .isEqualTo(
            new DetectorParameter(
                "minAccounts",
                DetectorParameter.Type.INTEGER,
                2L,
                Optional.of(2L),
                Optional.of(50L),
                "fewest accounts"));
    assertThat(file.statement()).startsWith("WITH $minAccounts").endsWith("AS members");
  }

  /// Each row changes one thing in a good file, and says at which line what is wrong.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          /*---                 | /*                      | 1  | the front matter is missing
          ---*/                 | */                      | 1  | the front matter is missing
          id: probe             | id: Probe               | 2  | is not in kebab case
          id: probe             | id: other               | 2  | is not the file's name
          id: probe             | ident: probe            | 2  | unknown key 'ident'
          title: A probe        | title: ''               | 3  | 'title' is missing
          title: A probe        | title: [a, b]           | 3  | 'title' is no single value
          version: 1            | version: 0              | 4  | 'version' cannot be '0'
          version: 1            | version: one            | 4  | 'version' cannot be 'one'
          version: 1            | title: A second         | 4  | 'title' is written twice
          status: active        | status: ACTIVE          | 5  | 'status' cannot be 'ACTIVE'
          kind: link            | kind: organization      | 6  | 'kind' cannot be
          facet: payment        | facet: money            | 7  | 'facet' cannot be 'money'
          facet: payment        | facet: network          | 7  | the file lies at payment/probe.cypher
          facet: payment        | ^facet: "pay^           | 7  | this is no YAML
          description:          | owner:                  | 8  | unknown key 'owner'
          type: integer         | type: int               | 10 | 'type' cannot be 'int'
          default: 2            | default: 1              | 10 | minAccounts must be 2..50, was 1
          default: 2            | default: two            | 10 | 'two' is no integer
          ^, max: 50^           | ^^                      | 10 | minAccounts has no range
          ^, max: 50^           | ^, max: 50, step: 1^    | 10 | unknown key 'step'
          minAccounts:          | from:                   | 10 | is the engine's
          minAccounts:          | Min:                    | 10 | is not in camel case
          minAccounts:          | more:                   | 16 | parameter 'more' is never read
          minAccounts:          | more:                   | 16 | parameter $minAccounts is not declared
          every: PT15M          | every: 15m              | 11 | 'every' cannot be '15m'
          every: PT15M          | every: PT30D            | 11 | 'every' cannot be
          every: PT15M          | every: PT1M, retries: 2 | 11 | unknown key 'retries'
          timeout: PT60S        | timeout: PT20M          | 11 | may outlast the time to the next
          id: household         | id: House Hold          | 13 | is not in kebab case
          ^, note: told apart by size^ | ^^               | 13 | 'note' is missing
          misses: everything else | ^misses:^             | 14 | 'misses' is missing
          collect(a)            | collect(a.id + rand())  | 18 | function 'rand' is not on the list
          MATCH (i              | MERGE (i                | 17 | MERGE is not for detectors
          """)
  void saysWhatIsWrongAndWhere(String good, String bad, int line, String what) {
    assertThat(GOOD).contains(good);
    List<DetectorProblem> problems = problems(GOOD.replace(good, bad == null ? "" : bad));
    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.what()).contains(what);
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.file()).isEqualTo("payment/probe.cypher");
          assertThat(problem.remedy()).isNotBlank();
        });
  }

  @Test
  void readsFilesWithWindowsLineEndsAlike() {
    assertThat(read(GOOD.replace("\n", "\r\n"))).isEqualTo(read(GOOD));
  }

  @Test
  void theDigestFollowsWhatIsFoundAndNothingElse() {
    String digest = read(GOOD).orElseThrow().digest();
    assertThat(
            read(GOOD.replace("A probe", "Another").replace("PAID_WITH]", "PAID_WITH ]/* x */"))
                .orElseThrow()
                .digest())
        .isEqualTo(digest);
    assertThat(read(GOOD.replace("default: 2", "default: 3")).orElseThrow().digest())
        .isNotEqualTo(digest);
    assertThat(read(GOOD.replace("<-[:PAID_WITH]-", "-[:PAID_WITH]-")).orElseThrow().digest())
        .isNotEqualTo(digest);
  }

  @Test
  void aWindowOfItsOwnNarrowsTheRuns() {
    String text =
        GOOD.replace(
            "minAccounts: {type: integer, default: 2, min: 2, max: 50, doc: fewest accounts}",
            "minAccounts: {type: integer, default: 2, min: 2, max: 50, doc: fewest accounts}\n"
                + "  window: {type: duration, default: P10D, min: P1D, max: P400D, doc: how far back}");
    DetectorFile file = read(text).orElseThrow();
    DetectorWindow window =
        DetectorWindow.ofDays(
            java.time.LocalDate.parse("2026-01-01"), java.time.LocalDate.parse("2026-03-08"));
    var params = DetectorParameters.resolve(file, window, java.util.Map.of());
    assertThat(params).containsEntry("from", java.time.LocalDate.parse("2026-02-26"));
    assertThat(DetectorParameters.resolve(file, window, java.util.Map.of("window", "P400D")))
        .containsEntry("from", java.time.LocalDate.parse("2026-01-01"));
  }

  private static Optional<DetectorFile> read(String text) {
    return DetectorFileReader.read(
        "payment/probe.cypher", text, new Problems("payment/probe.cypher"));
  }

  private static List<DetectorProblem> problems(String text) {
    Problems problems = new Problems("payment/probe.cypher");
    assertThat(DetectorFileReader.read("payment/probe.cypher", text, problems)).isEmpty();
    return problems.found();
  }
}
