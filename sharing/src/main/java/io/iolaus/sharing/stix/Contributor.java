package io.iolaus.sharing.stix;

/// Who the bundle says it comes from.
///
/// @param name as partners shall read it; 1..200 characters, not blank
public record Contributor(String name) {

  /// Partners know from the channel who sends; the bundle, which travels further, need not say it.
  public static final Contributor UNDISCLOSED = new Contributor("Undisclosed contributor");

  public Contributor {
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("a contributor's name has 1..200 characters");
    }
  }
}
