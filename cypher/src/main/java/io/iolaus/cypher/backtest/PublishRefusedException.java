package io.iolaus.cypher.backtest;

import java.util.List;

/// A version may not be proposed, published or retired, with every reason and what to do.
public final class PublishRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  PublishRefusedException(String what, List<String> reasons) {
    super(what + ": " + String.join("; ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  public List<String> reasons() {
    return reasons;
  }
}
