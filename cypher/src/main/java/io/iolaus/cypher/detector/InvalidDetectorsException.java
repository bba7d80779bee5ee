package io.iolaus.cypher.detector;

import java.util.List;
import java.util.stream.Collectors;

/// Detectors that cannot be used, with every problem found; the message has one line for each.
public final class InvalidDetectorsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<DetectorProblem> problems;

  InvalidDetectorsException(List<DetectorProblem> problems) {
    super(problems.stream().map(DetectorProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  static InvalidDetectorsException of(String place, String what, String remedy) {
    return new InvalidDetectorsException(List.of(new DetectorProblem(place, 1, what, remedy)));
  }

  public List<DetectorProblem> problems() {
    return problems;
  }
}
