package io.iolaus.cypher.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// How right one version of a detector was, as far as people decided about those whom it had a part
/// in labelling.
///
/// @param accounts whom it had a part in labelling, or would have had nobody decided that they are
///   legitimate
/// @param fraudulent those of them that people agree to be fraudulent
/// @param legitimate those that people agree to be legitimate
public record DetectorPrecision(
    String detector,
    int version,
    String firstRun,
    String lastRun,
    long accounts,
    long fraudulent,
    long legitimate) {

  /// How many people have decided about.
  @JsonProperty
  public long decided() {
    return fraudulent + legitimate;
  }

  /// The part of those decided that are fraudulent, 0..1; null where nothing is decided.
  @JsonProperty
  public @Nullable Double precision() {
    return decided() == 0 ? null : fraudulent / (double) decided();
  }
}
