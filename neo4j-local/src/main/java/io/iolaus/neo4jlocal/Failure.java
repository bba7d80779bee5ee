package io.iolaus.neo4jlocal;

/// Why the database cannot run: one line for a person, and the exit status for the parent.
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitStatus status;

  Failure(ExitStatus status, String message) {
    super(message);
    this.status = status;
  }

  Failure(ExitStatus status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  ExitStatus status() {
    return status;
  }
}
