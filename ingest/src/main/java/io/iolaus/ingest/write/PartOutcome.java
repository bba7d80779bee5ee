package io.iolaus.ingest.write;

import io.iolaus.ingest.LineCounts;
import java.util.List;

/// What became of the lines of some parts of a segment.
///
/// @param counts lines that were in the parts
/// @param conflicts dead letters of those among them that turned out to be in conflict, in the
///   order of parts and accounts
public record PartOutcome(LineCounts counts, List<String> conflicts) {

  public PartOutcome {
    conflicts = List.copyOf(conflicts);
  }
}
