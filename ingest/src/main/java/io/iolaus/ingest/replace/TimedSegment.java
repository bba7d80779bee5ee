package io.iolaus.ingest.replace;

import java.nio.file.Path;

/// A segment at its place in the order in which all of them came.
///
/// @param batch id of its batch
/// @param seq number of its batch
/// @param number of the segment in its batch
/// @param role whether it goes, comes or stays
record TimedSegment(String batch, long seq, int number, Path file, Role role) {

  enum Role {
    GOES,
    COMES,
    STAYS
  }

  /// Whether it is there without the replacement.
  boolean before() {
    return role != Role.COMES;
  }

  /// Whether it is there with it.
  boolean after() {
    return role != Role.GOES;
  }
}
