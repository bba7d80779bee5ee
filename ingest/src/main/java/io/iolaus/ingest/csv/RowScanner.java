package io.iolaus.ingest.csv;

/// Finds where rows of CSV end (RFC 4180; a line feed alone ends a row too).
///
/// A quote that is never closed would swallow everything behind it. So a row over several lines
/// must be sound (as many cells as the header, nothing behind a closing quote, not larger than
/// {@link #MAX_ROW_BYTES}, no lines in it that look like rows where the source ends inside it);
/// otherwise only its first line is taken for the row, and the next line begins another one.
final class RowScanner {

  /// The longest row that goes over several lines: two texts of 1 MiB fit in however often they
  /// hold quotes.
  static final int MAX_ROW_BYTES = 8 << 20;

  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private final byte delimiter;
  private final int columns;
  private int lineFeeds;
  private boolean whole;

  /// @param columns how many cells a row has; 0 where that is not known yet
  RowScanner(char delimiter, int columns) {
    this.delimiter = (byte) delimiter;
    this.columns = columns;
  }

  /// Where the row that begins at `from` ends: the place of its line feed, or `to` where the source
  /// ends without one; -1 where that cannot be told from what is there.
  ///
  /// @param last whether the source ends at `to`
  int end(byte[] data, int from, int to, boolean last) {
    State state = State.CELL_START;
    int cells = 1;
    int firstLineFeed = -1;
    lineFeeds = 0;
    for (int i = from; i < to; i++) {
      byte b = data[i];
      if (b == '\n') {
        if (state != State.QUOTED) {
          return firstLineFeed < 0 || fits(cells) ? ended(i) : firstLine(firstLineFeed);
        }
        firstLineFeed = firstLineFeed < 0 ? i : firstLineFeed;
        lineFeeds++;
        if (i - from > MAX_ROW_BYTES) {
          return firstLine(firstLineFeed);
        }
      } else if (state == State.QUOTED) {
        state = b == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
      } else if (b == delimiter) {
        state = State.CELL_START;
        cells++;
      } else if (b == '"' && state != State.PLAIN) {
        state = State.QUOTED; // opens a cell, or is the second of two that stand for one
      } else if (state == State.QUOTE_IN_QUOTED && b != '\r' && firstLineFeed >= 0) {
        return firstLine(firstLineFeed);
      } else {
        state = State.PLAIN;
      }
    }
    if (!last) {
      return -1;
    }
    if (firstLineFeed >= 0 && holdsRows(data, firstLineFeed + 1, to)) {
      return firstLine(firstLineFeed);
    }
    whole = state != State.QUOTED && fits(cells);
    return to;
  }

  /// Whether any line looks like a row by itself: then the quote before it is a stray one;
  /// otherwise the source breaks off inside a text.
  private boolean holdsRows(byte[] data, int from, int to) {
    int cells = 1;
    for (int i = from; i < to; i++) {
      cells += data[i] == delimiter ? 1 : 0;
      if (data[i] == '\n' || i == to - 1) {
        if (fits(cells)) {
          return true;
        }
        cells = 1;
      }
    }
    return false;
  }

  private boolean fits(int cells) {
    return columns == 0 || cells == columns;
  }

  private int ended(int end) {
    whole = true;
    lineFeeds++;
    return end;
  }

  private int firstLine(int lineFeed) {
    whole = true;
    lineFeeds = 1;
    return lineFeed;
  }

  /// How many line feeds the row that was found has, its own end included.
  int lineFeeds() {
    return lineFeeds;
  }

  /// Whether the row that was found ends by itself, and not because the source does in the middle
  /// of it.
  boolean isWhole() {
    return whole;
  }
}
