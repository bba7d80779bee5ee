package io.iolaus.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.LineChunk.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LineChunkerTest {

  private static List<LineChunk> chunks(InputStream in, int chunkBytes) throws IOException {
    SourcePosition start = new SourcePosition(new Prefix(0, Digests.sha256().digest()), 0);
    LineChunker chunker = new LineChunker(Content.open(in), start, Digests.sha256(), chunkBytes);
    List<LineChunk> chunks = new ArrayList<>();
    for (LineChunk chunk = chunker.next(); chunk != null; chunk = chunker.next()) {
      chunks.add(chunk);
    }
    return chunks;
  }

  private static List<LineChunk> chunks(byte[] bytes, int chunkBytes) throws IOException {
    return chunks(new ByteArrayInputStream(bytes), chunkBytes);
  }

  private static String line(LineChunk chunk, int i) {
    return new String(
        chunk.data(),
        chunk.starts()[i],
        chunk.ends()[i] - chunk.starts()[i],
        StandardCharsets.UTF_8);
  }

  @Test
  void givesEveryLineWithItsNumberAndOffset() throws IOException {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add("x".repeat(random.nextInt(random.nextInt(10) == 0 ? 3000 : 40)) + i);
    }
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    int number = 0;
    for (LineChunk chunk : chunks(bytes, 256)) {
      assertThat(chunk.kind()).isEqualTo(Kind.LINES);
      for (int i = 0; i < chunk.lines(); i++, number++) {
        assertThat(line(chunk, i)).isEqualTo(lines.get(number));
        assertThat(chunk.firstLine() + i).isEqualTo(number + 1);
        int offset = (int) chunk.offset() + chunk.starts()[i];
        assertThat(bytes[offset]).isEqualTo(chunk.data()[chunk.starts()[i]]);
        assertThat(offset == 0 || bytes[offset - 1] == '\n').isTrue();
      }
      int end = (int) chunk.end().prefix().bytes();
      assertThat(chunk.end().prefix().digest())
          .isEqualTo(Digests.sha256().digest(Arrays.copyOf(bytes, end)));
      assertThat(chunk.end().newlines()).isEqualTo(number);
    }
    assertThat(number).isEqualTo(500);
  }

  @Test
  void chunksThatWereGivenBackHoldTheNextLines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      // Every hundredth needs a larger chunk than the others.
      lines.add("x".repeat(i % 100 == 99 ? 900 : i % 50) + i);
    }
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    SourcePosition start = new SourcePosition(new Prefix(0, Digests.sha256().digest()), 0);
    Content content = Content.open(new ByteArrayInputStream(bytes));
    LineChunker chunker = new LineChunker(content, start, Digests.sha256(), 256);
    List<String> read = new ArrayList<>();
    Set<byte[]> buffers = Collections.newSetFromMap(new IdentityHashMap<>());
    for (LineChunk chunk = chunker.next(); chunk != null; chunk = chunker.next()) {
      for (int i = 0; i < chunk.lines(); i++) {
        read.add(line(chunk, i));
      }
      buffers.add(chunk.data());
      chunker.recycle(chunk);
    }
    assertThat(read).isEqualTo(lines);
    assertThat(buffers).hasSizeLessThan(10);
  }

  @Test
  void emptyLinesAreLines() throws IOException {
    List<LineChunk> chunks = chunks("\n".repeat(1003).getBytes(StandardCharsets.UTF_8), 1 << 12);
    assertThat(chunks).hasSize(1);
    assertThat(chunks.getFirst().lines()).isEqualTo(1003);
    assertThat(chunks.getFirst().starts()).isEqualTo(chunks.getFirst().ends());
  }

  @Test
  void lastLineWithoutLineFeedIsApart() throws IOException {
    List<LineChunk> chunks = chunks("a\nbc".getBytes(StandardCharsets.UTF_8), 64);
    assertThat(chunks).extracting(LineChunk::kind).containsExactly(Kind.LINES, Kind.UNTERMINATED);
    assertThat(line(chunks.get(1), 0)).isEqualTo("bc");
    assertThat(chunks.get(1).firstLine()).isEqualTo(2);
    assertThat(chunks.get(1).end().prefix().bytes()).isEqualTo(4);
    assertThat(chunks.get(1).end().newlines()).isEqualTo(1);
  }

  @Test
  void skipsAByteOrderMarkAtTheStartAlone() throws IOException {
    List<LineChunk> chunks = chunks("\ufeffa\n\ufeffb\n".getBytes(StandardCharsets.UTF_8), 64);
    assertThat(line(chunks.getFirst(), 0)).isEqualTo("a");
    assertThat(chunks.getFirst().starts()[0]).isEqualTo(3);
    assertThat(line(chunks.getFirst(), 1)).isEqualTo("\ufeffb");
  }

  @Test
  void aGigabyteOnOneLineNeedsNoGigabyte() throws IOException {
    long length = 1L << 30;
    List<LineChunk> chunks = chunks(new OneLongLine(length), 1 << 16);
    assertThat(chunks).extracting(LineChunk::kind).containsExactly(Kind.TOO_LONG, Kind.LINES);
    assertThat(chunks.getFirst().end().prefix().bytes()).isEqualTo(length + 1);
    assertThat(line(chunks.get(1), 0)).isEqualTo("after");
    assertThat(chunks.get(1).firstLine()).isEqualTo(2);
  }

  @Test
  void compressedDataThatBreaksOffIsReportedOnce() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      for (int i = 0; i < 10_000; i++) {
        gzip.write(("line " + i * 7919 % 10007 + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] whole = out.toByteArray();
    for (int cut : new int[] {5, 30, whole.length / 2, whole.length - 3}) {
      List<LineChunk> chunks = chunks(Arrays.copyOf(whole, cut), 4096);
      assertThat(chunks.stream().filter(chunk -> chunk.kind() == Kind.BROKEN)).hasSize(1);
      assertThat(chunks.getLast().kind()).isEqualTo(Kind.BROKEN);
      long before = chunks.stream().mapToLong(chunk -> chunk.end().newlines()).max().orElseThrow();
      assertThat(chunks.getLast().firstLine()).isEqualTo(before + 1);
    }
  }

  /// A line of so many bytes, and a short one.
  private static final class OneLongLine extends InputStream {

    private static final byte[] TAIL = "\nafter\n".getBytes(StandardCharsets.UTF_8);
    private long left;
    private int tail;

    OneLongLine(long length) {
      left = length;
    }

    @Override
    public int read() {
      if (left > 0) {
        left--;
        return 'x';
      }
      return tail < TAIL.length ? TAIL[tail++] : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      if (left > 0) {
        int count = (int) Math.min(left, length);
        Arrays.fill(buffer, from, from + count, (byte) 'x');
        left -= count;
        return count;
      }
      int value = read();
      if (value < 0) {
        return -1;
      }
      buffer[from] = (byte) value;
      return 1;
    }
  }
}
