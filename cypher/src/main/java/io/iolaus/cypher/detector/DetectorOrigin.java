package io.iolaus.cypher.detector;

/// Where a detector comes from.
public enum DetectorOrigin {
  /// It came with the program.
  BUILT_IN("built-in"),
  /// This site published it.
  SITE("site");

  private final String text;

  DetectorOrigin(String text) {
    this.text = text;
  }

  /// As it is stored and shown.
  public String text() {
    return text;
  }

  static DetectorOrigin of(String text) {
    return text.equals(SITE.text) ? SITE : BUILT_IN;
  }
}
