package io.iolaus.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonTest {

  /// P(X ≥ k), summed term by term from the largest on.
  private static double tail(int k, double mean) {
    double term = Math.exp(-mean);
    for (int i = 1; i <= k; i++) {
      term *= mean / i;
    }
    double sum = 0;
    for (int i = k + 1; term > sum * 1e-17; i++) {
      sum += term;
      term *= mean / i;
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"1,0.001", "1,0.5", "3,0.2", "4,1", "10,2.5", "20,19", "30,3", "60,40", "100,50"})
  void boundsTheExactTailFromAboveAndTightly(int k, double mean) {
    double exact = Math.log(tail(k, mean));
    double bound = Poisson.logUpperTail(k, mean);
    assertThat(bound).isGreaterThanOrEqualTo(exact);
    // The tail is at least its first term, which Stirling's formula holds to the bound.
    assertThat(bound - exact).isLessThanOrEqualTo(Math.log(Math.sqrt(2 * Math.PI * k)) + 0.1);
  }

  @Test
  void agreesWithATailSummedByHand() {
    // P(X ≥ 2), mean 1: 1 - 2/e = 0.264; the bound is e/4 = 0.680
    assertThat(tail(2, 1)).isCloseTo(0.2642, within(1e-4));
    assertThat(Poisson.logUpperTail(2, 1)).isCloseTo(Math.log(Math.E / 4), within(1e-12));
  }

  @Test
  void whatIsNotAboveTheMeanIsNoSurprise() {
    assertThat(Poisson.logUpperTail(0, 0)).isZero();
    assertThat(Poisson.logUpperTail(5, 5)).isZero();
    assertThat(Poisson.logUpperTail(5, 9)).isZero();
  }

  @Test
  void anythingIsImpossibleWhereNothingIsExpected() {
    assertThat(Poisson.logUpperTail(1, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void refusesNegativeAndUndefined() {
    assertThatThrownBy(() -> Poisson.logUpperTail(-1, 1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> Poisson.logUpperTail(1, -1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> Poisson.logUpperTail(1, Double.NaN)).hasMessageContaining("NaN");
  }
}
