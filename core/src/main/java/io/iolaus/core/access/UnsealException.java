package io.iolaus.core.access;

/// A sealed value that the key does not open in this place.
public final class UnsealException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsealException(String owner, String field, Throwable cause) {
    super(
        "the "
            + field
            + " of "
            + owner
            + " was sealed under another key than secrets/access.key of this home, or was moved"
            + " there: put the key back, or reset it",
        cause);
  }
}
