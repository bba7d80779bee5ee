package io.iolaus.bench.table;

/// Whether what is asked for was reached.
enum Outcome {
  MET("met"),
  MISSED("NOT MET"),
  /// Nothing speaks against it, but there is too little to say.
  OPEN("too few"),
  /// Nothing is asked for.
  REPORTED("-");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  static Outcome of(boolean met) {
    return met ? MET : MISSED;
  }

  String text() {
    return text;
  }
}
