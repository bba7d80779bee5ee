package io.iolaus.api.problem;

/// An answer failed of which a part is on its way. The connection is cut, so that nobody takes that
/// part for the whole.
public final class CutOffException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CutOffException(Throwable cause) {
    super("an answer was cut off: " + cause.getMessage(), cause);
  }
}
