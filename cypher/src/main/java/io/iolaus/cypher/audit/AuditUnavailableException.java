package io.iolaus.cypher.audit;

/// The audit cannot be written, so what was to be recorded must not be done.
public final class AuditUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AuditUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
