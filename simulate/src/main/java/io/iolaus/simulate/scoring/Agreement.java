package io.iolaus.simulate.scoring;

/// Precision and recall as sums, so that those of several populations can be added up.
///
/// @param right what was claimed rightly
/// @param claimed what was claimed
/// @param found what was found of what was wanted; the measures differ in what they count
/// @param wanted what was to be found
public record Agreement(double right, double claimed, double found, double wanted) {

  static final Agreement NONE = new Agreement(0, 0, 0, 0);

  /// 0..1; 1 where there is nothing to be precise about.
  public double precision() {
    return claimed == 0 ? 1 : right / claimed;
  }

  /// 0..1; 1 where there is nothing to recall.
  public double recall() {
    return wanted == 0 ? 1 : found / wanted;
  }

  /// Their harmonic mean; 0 where both are 0.
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  Agreement plus(Agreement other) {
    return new Agreement(
        right + other.right, claimed + other.claimed, found + other.found, wanted + other.wanted);
  }
}
