package io.iolaus.simulate;

/// How large a world is: the disclosed campaigns divided by a number.
public enum Scale {
  /// For demonstrations and tests: half a million lines.
  S(200),
  M(20),
  L(1);

  private final int divisor;

  Scale(int divisor) {
    this.divisor = divisor;
  }

  public int divisor() {
    return divisor;
  }
}
