package io.iolaus.cypher.lease;

/// Somebody else has taken the lease: this process did not renew it for longer than it lasts.
/// Nothing of the transaction was written.
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(String lease) {
    super(
        "lost the lease on "
            + lease
            + ": this process stood still for too long, and another one does the work anew");
  }
}
