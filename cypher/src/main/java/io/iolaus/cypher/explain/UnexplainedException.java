package io.iolaus.cypher.explain;

/// Nothing is kept from which a cluster could be explained. The message says what to do.
public final class UnexplainedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnexplainedException(String message) {
    super(message);
  }
}
