package io.iolaus.cypher.detector;

/// Something wrong with a detector's file: where, what, and what to do about it.
///
/// @param line from 1
public record DetectorProblem(String file, int line, String what, String remedy) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + what + "; " + remedy;
  }
}
