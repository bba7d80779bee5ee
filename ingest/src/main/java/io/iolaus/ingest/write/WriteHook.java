package io.iolaus.ingest.write;

import io.iolaus.ingest.LineCounts;
import java.util.Map;

/// Hears of each step towards the graph, after it. Tests stop a load there.
public interface WriteHook {

  /// Hears nothing.
  WriteHook NONE = new WriteHook() {};

  /// A segment is in the journal.
  default void sealed(String batch, int segment) {}

  /// A segment goes to the graph next, in this many parts.
  default void writing(String batch, int segment, int parts) {}

  /// A part is in the graph, with its marker.
  default void partWritten(String part) {}

  /// So many parts are ready for the importer; when all are, it is at work.
  default void prepared(int parts, int of) {}

  /// What became of the lines of a segment that is in the graph now, and its rejected ones by
  /// reason.
  default void added(LineCounts added, Map<String, Long> rejections) {}

  /// All of a segment is in the graph, and the batch's position behind it.
  default void segmentWritten(String batch, int segment) {}
}
