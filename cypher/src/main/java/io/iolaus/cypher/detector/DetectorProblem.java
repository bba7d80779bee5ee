package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.safety.Finding;

/// Something wrong with a detector's file: where, what, and what to do about it.
///
/// @param line from 1
/// @param column from 1; 1 where it is of the whole line
public record DetectorProblem(String file, int line, int column, String what, String remedy) {

  DetectorProblem(String file, int line, String what, String remedy) {
    this(file, line, 1, what, remedy);
  }

  /// What was found in a statement.
  ///
  /// @param firstLine the line of the file that the statement begins on
  static DetectorProblem of(String file, int firstLine, String statement, Finding finding) {
    String before = statement.substring(0, Math.min(finding.offset(), statement.length()));
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    return new DetectorProblem(
        file,
        firstLine + lines,
        before.length() - before.lastIndexOf('\n'),
        finding.what(),
        finding.remedy());
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + what + "; " + remedy;
  }
}
