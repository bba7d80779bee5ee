package io.iolaus.core.evidence;

import java.util.Collection;
import java.util.Set;

/// What those who decided about an account agree on.
public enum Verdict {
  /// Everybody who decided calls it fraudulent.
  FRAUDULENT,
  /// Everybody who decided calls it legitimate.
  LEGITIMATE,
  /// Nobody decided, somebody is unsure, or they disagree.
  OPEN;

  /// What those agree on who said this, each their latest word as in `verdict` lines.
  public static Verdict of(Collection<String> said) {
    Set<String> words = Set.copyOf(said);
    if (words.equals(Set.of("fraudulent"))) {
      return FRAUDULENT;
    }
    return words.equals(Set.of("legitimate")) ? LEGITIMATE : OPEN;
  }
}
