package io.iolaus.cypher.schema;

/// A database whose schema this program must not touch. The message is one line that says what to
/// do.
public final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchemaException(String message) {
    super(message);
  }
}
