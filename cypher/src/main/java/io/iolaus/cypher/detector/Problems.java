package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.safety.Finding;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with one file, so that an author sees all of it at once.
final class Problems {
  private final String file;
  private final List<DetectorProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String what, String remedy) {
    found.add(new DetectorProblem(file, line, what, remedy));
  }

  /// What was found in the statement that begins on this line.
  void add(int firstLine, String statement, Finding finding) {
    found.add(DetectorProblem.of(file, firstLine, statement, finding));
  }

  List<DetectorProblem> found() {
    return List.copyOf(found);
  }

  boolean none() {
    return found.isEmpty();
  }
}
