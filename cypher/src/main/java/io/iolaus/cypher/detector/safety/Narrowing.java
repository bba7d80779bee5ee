package io.iolaus.cypher.detector.safety;

/// Whether a statement can be run for some shared things alone, judged by its text.
///
/// It can where each of its rows depends on one thing, on the accounts next to it and on nothing
/// else, and where no row can appear because an account goes. Anything that is not plainly so is
/// refused: run whole, a statement is always right.
public sealed interface Narrowing {

  /// The name of the parameter that the narrowed statement reads the keys from. No detector can
  /// declare one that begins so.
  String KEYS = "engineKeys";

  /// It can be.
  ///
  /// @param label of the things
  /// @param property of theirs that is the key
  /// @param statement the same text, for the things with a key in `$engineKeys`, line by line
  record Possible(String label, String property, String statement) implements Narrowing {}

  /// It cannot.
  record Impossible(Finding because) implements Narrowing {}

  /// Judges a statement that may run ([StatementSafety]).
  static Narrowing of(String statement) {
    return NarrowableShape.of(statement);
  }
}
