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

  /// The text of `payment/probe.cypher`.
  static String text(String statement, String timeout) {
    return """
    /*---
    id: probe
    title: A probe
    version: 1
    status: active
    kind: link
    facet: payment
    description: only for tests
    params:
      minAccounts: {type: integer, default: 2, min: 2, max: 50, doc: fewest accounts}
    schedule: {every: PT15M, timeout: %s}
    falsePositives:
      - {id: household, note: told apart by size}
    misses: everything else
    ---*/
    WITH $minAccounts AS fewest // so that it is read
    """
            .formatted(timeout)
        + statement
        + "\n";
  }
}
