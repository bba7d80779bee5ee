package io.iolaus.ingest.write;

/// Names a part: its batch, the segment within it, and its place in the segment.
record PartKey(String batch, int segment, int part) {

  /// The id of the part's marker.
  String id() {
    return batch + "/" + segment + "/" + part;
  }
}
