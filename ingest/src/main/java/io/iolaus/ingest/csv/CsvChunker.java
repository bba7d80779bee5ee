package io.iolaus.ingest.csv;

import io.iolaus.ingest.source.ChunkReader;
import io.iolaus.ingest.source.LineChunk;
import io.iolaus.ingest.source.LineChunk.Kind;
import io.iolaus.ingest.source.LineChunk.Rows;
import io.iolaus.ingest.source.OpenSource;
import io.iolaus.ingest.source.RowTranslator;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.jspecify.annotations.Nullable;

/// Cuts a CSV source where rows end. The header is no row.
final class CsvChunker extends ChunkReader {

  private final RowTranslator translator;
  private final RowScanner scanner;
  private final IntArrayList starts = new IntArrayList();
  private final IntArrayList ends = new IntArrayList();
  private final IntArrayList lines = new IntArrayList();
  private int lineFeeds;
  private boolean lastIsWhole;

  CsvChunker(OpenSource source, char delimiter, int columns, RowTranslator translator, int bytes) {
    super(source.content(), source.start(), source.digest(), bytes);
    this.translator = translator;
    scanner = new RowScanner(delimiter, columns);
  }

  @Override
  protected int wholeLines(byte[] data, int from, int size) {
    return scan(data, size, false);
  }

  /// Notes the rows in `data[0, size)`; returns where the last of them ends.
  private int scan(byte[] data, int size, boolean last) {
    starts.clear();
    ends.clear();
    lines.clear();
    lineFeeds = 0;
    boolean header = offset() == 0;
    int start = byteOrderMark(data, size);
    while (start < size) {
      int end = scanner.end(data, start, size, last);
      if (end < 0 || (end == size && !starts.isEmpty())) {
        break; // What has no line feed is a chunk of its own.
      }
      if (!header) {
        starts.add(start);
        ends.add(end);
        lines.add(lineFeeds);
      }
      header = false;
      lastIsWhole = scanner.isWhole();
      lineFeeds += scanner.lineFeeds();
      start = Math.min(size, end + 1);
    }
    return start == byteOrderMark(data, size) ? 0 : start;
  }

  @Override
  protected LineChunk lines(byte[] data, int end) {
    return chunk(Kind.LINES, data, end);
  }

  @Override
  protected @Nullable LineChunk last(byte[] data, int size) {
    int end = scan(data, size, true);
    if (starts.isEmpty()) {
      return null; // nothing but a header that may go on
    }
    carry(data, end, size);
    // A row that breaks off is read again when the source has grown.
    return chunk(lastIsWhole ? Kind.LINES : Kind.UNTERMINATED, data, end);
  }

  private LineChunk chunk(Kind kind, byte[] data, int end) {
    long line = line();
    long offset = offset();
    return new LineChunk(
        kind,
        data,
        starts.toIntArray(),
        ends.toIntArray(),
        line,
        offset,
        advance(data, end, lineFeeds),
        new Rows(lines.toIntArray(), translator));
  }
}
