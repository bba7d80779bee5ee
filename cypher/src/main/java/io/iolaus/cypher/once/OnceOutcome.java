package io.iolaus.cypher.once;

/// What asking for an idempotency key came to.
public sealed interface OnceOutcome {

  /// It is the request's: it may do what it is for.
  record Claimed(OnceClaim claim) implements OnceOutcome {}

  /// The same was asked before, and answered so.
  record Answered(String answer) implements OnceOutcome {}

  /// The same was asked and done before; the answer was never kept.
  ///
  /// @param what came of it
  record Acted(String what) implements OnceOutcome {}

  /// Something else was asked under it.
  record Different() implements OnceOutcome {}

  /// The same is being done.
  record Busy() implements OnceOutcome {}

  /// As many keys are kept for the user as may be.
  record Full(int most) implements OnceOutcome {}
}
