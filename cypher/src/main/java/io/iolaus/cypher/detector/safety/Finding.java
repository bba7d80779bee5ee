package io.iolaus.cypher.detector.safety;

/// A reason not to run a statement.
///
/// @param offset where in the statement, in characters from 0
/// @param what what is wrong
/// @param remedy what to do instead
public record Finding(int offset, String what, String remedy) {
  @Override
  public String toString() {
    return what + "; " + remedy;
  }
}
