package io.iolaus.cypher.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether a user may do anything at all. Users are never removed: what they decided names them.
public enum UserState {
  ACTIVE,
  DISABLED;

  /// As it is written: `active`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state that is written so.
  public static Optional<UserState> of(String text) {
    return Arrays.stream(values()).filter(state -> state.text().equals(text)).findFirst();
  }
}
