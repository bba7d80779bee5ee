package io.iolaus.core.prompt;

/// A text that is no fingerprint of this site. The message never repeats the text.
public final class FingerprintException extends IllegalArgumentException {

  /// What is wrong with it.
  public enum Problem {
    /// It is no fingerprint at all, or a damaged one.
    MALFORMED,
    /// It was made by a version of the sketch this program does not know.
    UNKNOWN_VERSION,
    /// It was made under another site's key, so nothing here can be compared with it.
    OTHER_KEY
  }

  private static final long serialVersionUID = 1L;

  private final Problem problem;

  FingerprintException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
