package io.iolaus.cypher.detector;

import static org.assertj.core.api.Assertions.assertThat;

/// Detectors written down beside a test.
final class Detectors {
  private Detectors() {}

  /// A detector of this statement that must be read without a problem.
  static DetectorFile of(String statement) {
    return of(statement, "PT60S");
  }

  static DetectorFile of(String statement, String timeout) {
    Problems problems = new Problems("test");
    DetectorFile file =
        DetectorFileReader.read("payment/probe.cypher", text(statement, timeout), problems)
            .orElse(null);
    assertThat(problems.found()).isEmpty();
    return file;
  }

  static final String MIN_ACCOUNTS =
      """
      params:
        minAccounts: {type: integer, default: 2, min: 2, max: 50, doc: fewest accounts}
      """;

  /// The text of `payment/probe.cypher`.
  static String text(String statement, String timeout) {
    return frontMatter(timeout, MIN_ACCOUNTS)
        + "WITH $minAccounts AS fewest // so that it is read\n"
        + statement
        + "\n";
  }

  static String frontMatter(String timeout, String params) {
    return """
    /*---
    id: probe
    title: A probe
    version: 1
    status: active
    kind: link
    facet: payment
    description: only for tests
    %sschedule: {every: PT15M, timeout: %s}
    falsePositives:
      - {id: household, note: told apart by size}
    misses: everything else
    ---*/
    """
        .formatted(params, timeout);
  }
}
