package io.iolaus.ingest.source;

import io.iolaus.ingest.journal.SourcePosition;
import org.jspecify.annotations.Nullable;

/// Some consecutive lines of a source.
///
/// @param kind what the chunk holds
/// @param data the bytes
/// @param starts where each line begins in `data`
/// @param ends where each line ends, without its line feed
/// @param firstLine number of the first line in the source, from 1
/// @param offset where `data` begins in the decompressed source
/// @param end the position behind the chunk
/// @param rows what the lines are rows of; null for event lines
public record LineChunk(
    Kind kind,
    byte[] data,
    int[] starts,
    int[] ends,
    long firstLine,
    long offset,
    SourcePosition end,
    @Nullable Rows rows) {

  /// A chunk of event lines.
  public LineChunk(
      Kind kind,
      byte[] data,
      int[] starts,
      int[] ends,
      long firstLine,
      long offset,
      SourcePosition end) {
    this(kind, data, starts, ends, firstLine, offset, end, null);
  }

  /// Rows of another format, which may go over several lines of text.
  ///
  /// @param lines how many lines each begins behind the first of the chunk
  public record Rows(int[] lines, RowTranslator translator) {}

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

  /// The number of the `i`-th line in the source, from 1.
  public long line(int i) {
    return firstLine + (rows == null ? i : rows.lines[i]);
  }

  /// Where the `k`-th event made of the `i`-th line stands among all that the source may hold.
  public long place(int i, int k) {
    return rows == null ? line(i) : line(i) * rows.translator.mostLines() + k;
  }

  /// How many lines.
  public int lines() {
    return starts.length;
  }
}
