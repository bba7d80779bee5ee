package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.LinkResult.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The test file beside a detector: small graphs, and what the detector makes of each.
record DetectorTestFile(String detector, String path, List<Case> cases) {
  DetectorTestFile {
    cases = List.copyOf(cases);
  }

  /// What a case is there to show.
  enum Shows {
    /// The detector finds what it is for.
    FIRES,
    /// The same with a little less: nothing is found.
    JUST_BELOW,
    /// An innocent cause of such a link; `covers` names it.
    FALSE_POSITIVE,
    /// Any other edge of what it finds: time, status, size.
    LIMIT
  }

  /// One graph and what is found in it.
  ///
  /// @param line where it stands in the file
  /// @param given one statement that makes the graph
  /// @param params other values than the defaults, as text
  /// @param covers id of the false positive it shows
  record Case(
      String name,
      int line,
      Shows shows,
      Optional<String> covers,
      DetectorWindow window,
      Map<String, String> params,
      String given,
      Expectation expect) {
    Case {
      params = Map.copyOf(params);
    }
  }

  /// What a run must bring; what is empty is not looked at.
  ///
  /// @param links how many
  /// @param keys of all links, in any order
  /// @param types of all links, without repetition
  /// @param members how many different accounts are listed
  /// @param accounts all ids listed
  /// @param totals by key, for the links named
  /// @param bits what each link must weigh at least and at most
  record Expectation(
      int links,
      Status status,
      Optional<List<String>> keys,
      Optional<List<String>> types,
      Optional<Integer> members,
      Optional<List<String>> accounts,
      Map<String, Integer> totals,
      Optional<Bits> bits) {}

  /// Limits of the weight of a link, in bits.
  record Bits(double min, double max) {}
}
