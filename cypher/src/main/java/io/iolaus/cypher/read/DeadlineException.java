package io.iolaus.cypher.read;

/// There was no time left to ask the database.
public final class DeadlineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeadlineException() {
    super("the time for this was used up before the database was asked");
  }
}
