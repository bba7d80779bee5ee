package io.iolaus.simulate.scoring;

/// Precision and recall, each from 0 to 1. Where there is nothing to be precise about, precision is
/// 1; where there is nothing to recall, recall is 1.
public record Agreement(double precision, double recall) {

  /// Their harmonic mean; 0 where both are 0.
  public double f1() {
    double sum = precision + recall;
    return sum == 0 ? 0 : 2 * precision * recall / sum;
  }

  static Agreement of(double right, double claimed, double found, double wanted) {
    return new Agreement(claimed == 0 ? 1 : right / claimed, wanted == 0 ? 1 : found / wanted);
  }
}
