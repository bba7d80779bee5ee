package io.iolaus.core.abuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How hostile a group looks.
///
/// @param score 0..1
/// @param signals what the score is made of
/// @param own for each member (account index) its own share in the group's purpose, 0..1
/// @param aims the part of it that its mix of capabilities alone would give
public record AbuseReport(
    double score, List<Signal> signals, Map<Integer, Double> own, Map<Integer, Double> aims) {
  public AbuseReport {
    signals = List.copyOf(signals);
    own = Map.copyOf(own);
    aims = Map.copyOf(aims);
  }

  /// The same with one more signal that weakens it.
  public AbuseReport weakened(Signal signal) {
    List<Signal> all = new ArrayList<>(signals);
    all.add(signal);
    return new AbuseReport(score * signal.value(), all, own, aims);
  }

  /// The same with at least a score, and what that is for.
  public AbuseReport raised(double least, Signal signal) {
    List<Signal> all = new ArrayList<>(signals);
    all.add(signal);
    return new AbuseReport(Math.max(score, least), all, own, aims);
  }
}
