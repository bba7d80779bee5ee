package io.iolaus.ingest.source;

import io.iolaus.ingest.journal.SourcePosition;

/// Some consecutive lines of a source.
///
/// @param kind what the chunk holds
/// @param data the bytes
/// @param starts where each line begins in `data`
/// @param ends where each line ends, without its line feed
/// @param firstLine number of the first line in the source, from 1
/// @param offset where `data` begins in the decompressed source
/// @param end the position behind the chunk
public record LineChunk(
    Kind kind,
    byte[] data,
    int[] starts,
    int[] ends,
    long firstLine,
    long offset,
    SourcePosition end) {

  /// What a chunk holds.
  public enum Kind {
    /// Whole lines.
    LINES,
    /// One last line without a line feed: whole or cut off, its content must tell.
    UNTERMINATED,
    /// One line that is too long to be read; `data` holds its beginning.
    TOO_LONG,
    /// The same where the source ends within it: it may go on when the source grows.
    TOO_LONG_AND_CUT,
    /// What was left of a line when the compressed data broke off.
    BROKEN
  }

  /// How many lines.
  public int lines() {
    return starts.length;
  }
}
