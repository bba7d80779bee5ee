package io.iolaus.cypher.detector;

import org.neo4j.driver.Driver;

/// Says what a link weighs, for detectors' test cases with `bits:`. Found by
/// [java.util.ServiceLoader].
public interface LinkWeigher {
  /// Bits of evidence that `link` gives for one operator behind its members, in the graph it was
  /// found in.
  ///
  /// @param all the result that `link` is in
  double bits(Driver graph, DetectorFile detector, LinkResult all, Link link);
}
