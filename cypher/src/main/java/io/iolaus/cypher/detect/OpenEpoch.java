package io.iolaus.cypher.detect;

import io.iolaus.core.decision.Opinions;
import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.Epoch;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.Population;
import io.iolaus.cypher.detector.LinkResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An epoch that the runs of this process may go on from, and what the last of them read.
///
/// @param run the full run that it began with
/// @param terms what it holds for
/// @param began when, by the clock of the process in nanoseconds
/// @param mark how often families and patterns had been written anew by then
/// @param last what was read last
record OpenEpoch(
    Epoch epoch, String run, Terms terms, long began, long mark, ThingPlaces places, State last) {

  /// What must be the same for a run to go on.
  ///
  /// @param day the last day of the window: with it the first one moves, and what fell out of the
  ///   window has changed as much as what came in
  /// @param replaced how often batches had been replaced
  /// @param detectors versions and digests of all that run
  /// @param decisions numbers of those that hold
  record Terms(
      LocalDate day,
      DetectionOptions options,
      long replaced,
      List<String> detectors,
      List<Long> decisions,
      List<String> suppressions) {
    Terms {
      detectors = List.copyOf(detectors);
      decisions = List.copyOf(decisions);
      suppressions = List.copyOf(suppressions);
    }
  }

  /// What a run read.
  ///
  /// @param run the run
  /// @param intake how much of what was loaded was in the graph when it began to read
  /// @param derivation of the population
  /// @param results of the detectors, each with all of its links
  /// @param written clusters by their ids
  record State(
      String run,
      Intake intake,
      Opinions opinions,
      Population population,
      Derivation derivation,
      List<LinkResult> results,
      Map<String, Written> written) {
    State {
      results = List.copyOf(results);
      written = Map.copyOf(written);
    }
  }

  /// A cluster as a run wrote it.
  ///
  /// @param judged as it was judged: the same object for as long as nothing about it changed
  /// @param cluster with its id and all that was added
  /// @param shape its place in its life, see {@link ClusterHistory}
  /// @param acting ids of members that act
  record Written(FoundCluster judged, FoundCluster cluster, String shape, Set<String> acting) {
    Written {
      acting = Set.copyOf(acting);
    }

    /// Whether there is nothing to be written of another one.
    @SuppressWarnings("ReferenceEquality") // what was judged again may rest on something else
    boolean same(Written other) {
      return judged == other.judged
          && cluster.equals(other.cluster)
          && shape.equals(other.shape)
          && acting.equals(other.acting);
    }
  }

  /// Goes on from what a run read.
  OpenEpoch after(State read) {
    return new OpenEpoch(epoch, run, terms, began, mark, places, read);
  }

  /// Goes on from what a run wrote as well.
  OpenEpoch after(Map<String, Written> clusters) {
    return after(
        new State(
            last.run(),
            last.intake(),
            last.opinions(),
            last.population(),
            last.derivation(),
            last.results(),
            clusters));
  }
}
