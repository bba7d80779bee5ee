package io.iolaus.ingest;

import io.iolaus.core.event.Event;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.LineChunk;
import java.util.List;
import java.util.Map;

/// What the lines of a chunk say.
///
/// @param kind what the chunk held
/// @param lines accepted lines, in order
/// @param rejections rejected lines, in order
/// @param unknownFields how many lines had each field that the format does not know
/// @param end the position behind the chunk
/// @param size how many bytes the chunk had
record DecodedChunk(
    LineChunk.Kind kind,
    List<Line> lines,
    List<Rejection> rejections,
    Map<String, Long> unknownFields,
    SourcePosition end,
    long size) {

  /// An accepted line.
  record Line(Event event, long line, long offset) {}

  /// A rejected line as it is to stand in the dead letters.
  record Rejection(String code, String deadLetter) {}

  /// How many lines, blank ones not counted.
  int read() {
    return lines.size() + rejections.size();
  }
}
