package io.iolaus.cypher.home;

/// A home that cannot be used. The message is one line that says what to do.
public final class HomeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public HomeException(String message) {
    super(message);
  }

  public HomeException(String message, Throwable cause) {
    super(message, cause);
  }
}
