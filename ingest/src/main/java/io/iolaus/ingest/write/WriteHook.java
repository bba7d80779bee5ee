package io.iolaus.ingest.write;

/// Hears of each step towards the graph, after it. Tests stop a load there.
public interface WriteHook {

  /// Hears nothing.
  WriteHook NONE = new WriteHook() {};

  /// A segment is in the journal.
  default void sealed(String batch, int segment) {}

  /// A part is in the graph, with its marker.
  default void partWritten(String part) {}

  /// All of a segment is in the graph, and the batch's position behind it.
  default void segmentWritten(String batch, int segment) {}
}
