package io.iolaus.cypher.once;

/// A request took so long that another one has its idempotency key; nothing was done.
public final class OnceLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OnceLostException() {
    super("another request has this idempotency key by now, because this one took too long");
  }
}
