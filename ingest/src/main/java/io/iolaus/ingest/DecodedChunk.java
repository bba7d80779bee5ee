package io.iolaus.ingest;

import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.LineChunk;
import java.util.List;
import java.util.Map;

/// What became of the lines of a chunk, besides what their events say.
///
/// @param kind what the chunk held
/// @param accepted how many lines were accepted
/// @param exchanges sum of `count` of the accepted exchange lines
/// @param rejections rejected lines, in order
/// @param unknownFields how many lines had each field that the format does not know
/// @param end the position behind the chunk
/// @param size how many bytes the chunk had
record DecodedChunk(
    LineChunk.Kind kind,
    int accepted,
    long exchanges,
    List<Rejection> rejections,
    Map<String, Long> unknownFields,
    SourcePosition end,
    long size) {

  /// A rejected line as it is to stand in the dead letters.
  record Rejection(String code, String deadLetter) {}

  /// How many lines, blank ones not counted.
  int read() {
    return accepted + rejections.size();
  }
}
