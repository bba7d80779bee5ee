package io.iolaus.core.lineage;

import java.util.Locale;

/// Where a cluster stands in its life.
public enum Lifecycle {
  /// Accounts of it act.
  ACTIVE,
  /// None of its accounts acts any more, or may, but for one or two. It is remembered for good.
  DORMANT,
  /// It goes on in another cluster.
  MERGED,
  /// What tied it is gone: withdrawn, corrected, or decided otherwise.
  DISSOLVED;

  /// As it stands in the graph and in answers.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one with this text.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Lifecycle of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /// Whether it goes on by itself.
  public boolean goesOn() {
    return this == ACTIVE || this == DORMANT;
  }
}
