package io.iolaus.core.backtest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a candidate would have changed.
///
/// @param before without it
/// @param after with it
/// @param newlyLegitimate accounts labelled only with it which people decided to be legitimate
/// @param present what the version costs that runs now, null where there is none
/// @param candidate what the candidate costs
/// @param budgetMillis what it may take
public record BacktestFigures(
    Side before,
    Side after,
    ClusterChanges changes,
    List<String> newlyLegitimate,
    @Nullable DetectorCost present,
    DetectorCost candidate,
    long budgetMillis) {

  public BacktestFigures {
    newlyLegitimate = List.copyOf(newlyLegitimate);
  }

  /// One of the two resolutions.
  ///
  /// @param unfinished detectors that did not finish, each with the reason
  /// @param clusters how many, for review ones included
  /// @param labelled how many of them are labelled
  /// @param detectorMillis time of all detectors together
  public record Side(
      List<String> unfinished, int clusters, int labelled, Decided decided, long detectorMillis) {
    public Side {
      unfinished = List.copyOf(unfinished);
    }
  }

  /// What speaks against publishing the candidate, with the figures; nothing where it is not worse.
  public List<String> objections() {
    List<String> found = new ArrayList<>();
    if (!before.unfinished().isEmpty()) {
      found.add("the run without it is partial: " + String.join("; ", before.unfinished()));
    }
    if (!after.unfinished().isEmpty()) {
      found.add("the run with it is partial: " + String.join("; ", after.unfinished()));
    }
    if (!newlyLegitimate.isEmpty()) {
      found.add(
          newlyLegitimate.size()
              + (newlyLegitimate.size() == 1 ? " account" : " accounts")
              + " decided to be legitimate would be labelled: "
              + String.join(", ", newlyLegitimate.subList(0, Math.min(5, newlyLegitimate.size())))
              + (newlyLegitimate.size() > 5 ? ", …" : ""));
    }
    if (after.decided().lessPreciseThan(before.decided())) {
      found.add(
          "precision falls from "
              + before.decided().precision()
              + " to "
              + after.decided().precision());
    }
    if (after.decided().labelledFraudulent() < before.decided().labelledFraudulent()) {
      found.add(
          "recall falls from " + before.decided().recall() + " to " + after.decided().recall());
    }
    if (candidate.millis() > budgetMillis) {
      found.add("it takes " + candidate.millis() + " ms of " + budgetMillis);
    }
    return found;
  }
}
