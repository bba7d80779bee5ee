package io.iolaus.core.backtest;

import io.iolaus.core.evidence.Verdict;
import java.util.Map;
import java.util.Set;

/// What is labelled against what people decided, in numbers of accounts, so that every ratio can be
/// read with its denominator.
///
/// @param labelled how many are labelled
/// @param labelledFraudulent of these, decided to be fraudulent
/// @param labelledLegitimate of these, decided to be legitimate; of the others nobody decided
/// @param fraudulent decided to be fraudulent, among those that were looked at
/// @param legitimate likewise
public record Decided(
    int labelled, int labelledFraudulent, int labelledLegitimate, int fraudulent, int legitimate) {

  /// Counts what is labelled.
  ///
  /// @param looked all accounts that were looked at
  public static Decided of(Set<String> labelled, Set<String> looked, Map<String, Verdict> said) {
    return new Decided(
        labelled.size(),
        count(labelled, said, Verdict.FRAUDULENT),
        count(labelled, said, Verdict.LEGITIMATE),
        count(looked, said, Verdict.FRAUDULENT),
        count(looked, said, Verdict.LEGITIMATE));
  }

  private static int count(Set<String> accounts, Map<String, Verdict> said, Verdict verdict) {
    return (int) accounts.stream().filter(a -> said.get(a) == verdict).count();
  }

  /// `12 of 13 decided`: of the labelled accounts that were decided about, those that are
  /// fraudulent.
  public String precision() {
    return ratio(labelledFraudulent, labelledFraudulent + labelledLegitimate, "decided");
  }

  /// `12 of 15 fraudulent`: of the accounts decided to be fraudulent, those that are labelled.
  public String recall() {
    return ratio(labelledFraudulent, fraudulent, "fraudulent");
  }

  private static String ratio(int part, int whole, String of) {
    return part + " of " + whole + " " + of;
  }

  boolean lessPreciseThan(Decided other) {
    long mine = (long) labelledFraudulent + labelledLegitimate;
    long others = (long) other.labelledFraudulent + other.labelledLegitimate;
    // a/b < c/d without rounding; where nobody decided there is nothing to compare
    return mine > 0 && others > 0 && labelledFraudulent * others < other.labelledFraudulent * mine;
  }
}
