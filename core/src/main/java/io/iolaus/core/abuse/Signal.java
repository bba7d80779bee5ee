package io.iolaus.core.abuse;

/// One thing that speaks for or against a group being hostile.
///
/// @param id stable, kebab-case
/// @param kind whether it says what the group is after or how it goes about it
/// @param value its strength, 0..1
/// @param text the figure behind it, for people
public record Signal(String id, Kind kind, double value, String text) {

  /// The two sides that both must show.
  public enum Kind {
    /// What the group is after: one narrow job, done by all.
    PURPOSE,
    /// How it goes about it: hidden, replaced, driven by a machine.
    MANNER,
    /// What weakens both: few accounts, a short time.
    SCALE
  }
}
