package io.iolaus.ingest;

import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.fold.FoldBatch;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.Content;
import io.iolaus.ingest.source.LineChunk;
import io.iolaus.ingest.source.LineChunker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;

/// A worker without a database in a JVM with a small heap: reads, decodes, folds and seals what a
/// generator makes, and prints lines, segments and rejections.
final class SmallHeap {

  private static final int EDGES_AT_A_TIME = 5_000;

  private SmallHeap() {}

  /// @param args kind of input, number of lines, folder for the journal
  public static void main(String[] args) throws IOException {
    long count = Long.parseLong(args[1]);
    InputStream in =
        args[0].equals("endless")
            ? new Generated(1, n -> "x".repeat(1 << 20), count)
            : new Generated(count, kind(args[0]), 1);
    SiteSecret secret = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);
    ChunkDecoder decoder = new ChunkDecoder(new EventDecoder(secret, new PromptSketcher(secret)));
    SourcePosition start = new SourcePosition(new Prefix(0, Digests.sha256().digest()), 0);
    LineChunker chunker =
        new LineChunker(Content.open(in), start, Digests.sha256(), options().chunkBytes());
    long read = 0;
    long rejected = 0;
    int segments = 0;
    SegmentDraft draft = new SegmentDraft(start, 1);
    FoldBatch events = new FoldBatch();
    try (Journal journal = Journal.open(Path.of(args[2]))) {
      for (LineChunk chunk = chunker.next(); chunk != null; chunk = chunker.next()) {
        DecodedChunk decoded = decoder.decode("generated", chunk, events);
        events.foldInto(draft.fold(), draft.firstPlace());
        draft.add(decoded);
        if (draft.isFull(options().foldBytes())) {
          read += draft.read();
          rejected += draft.rejections().values().stream().mapToLong(Long::longValue).sum();
          seal(journal, draft, ++segments);
          draft = new SegmentDraft(draft.end(), 1);
        }
      }
      read += draft.read();
      rejected += draft.rejections().values().stream().mapToLong(Long::longValue).sum();
      seal(journal, draft, ++segments);
    }
    System.out.println(read + " lines, " + rejected + " rejected, " + segments + " segments");
  }

  private static IngestOptions options() {
    return IngestOptions.defaults();
  }

  private static void seal(Journal journal, SegmentDraft draft, int segment) throws IOException {
    SegmentHeader header =
        new SegmentHeader(
            "b-heap",
            segment,
            "generated",
            draft.end().prefix(),
            draft.end(),
            LineCounts.NONE,
            draft.read(),
            draft.rejections(),
            draft.unknownFields(),
            0,
            false);
    Files.delete(
        journal.seal(
            header, draft.fold(), draft.runs(), draft.deadLetters(), options().partBytes()));
  }

  private static LongFunction<String> kind(String name) {
    return switch (name) {
      case "rep18" -> n -> exchange(n, edge(n, 18), "");
      case "rep2" -> n -> exchange(n, edge(n, 2), "");
      case "rep1" -> n -> exchange(n, n, "");
      case "events" -> n -> exchange(n, n, ",\"eventId\":\"e-" + n + "\"");
      case "notes" -> SmallHeap::note;
      case "claims" -> SmallHeap::claim;
      case "fields" -> n -> exchange(n, 1, ",\"field-" + n + "\":1");
      case "rejected" -> n -> exchange(n, 1, ",\"count\":\"" + n + "\"");
      case "long-lines" -> n -> exchange(n, 1, ",\"x\":\"" + "y".repeat(12 << 20) + "\"");
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// The edge of a line: each comes again so often, with others between, however many lines there
  /// are.
  static long edge(long line, int repetition) {
    long round = line / EDGES_AT_A_TIME;
    return round / repetition * EDGES_AT_A_TIME + line % EDGES_AT_A_TIME;
  }

  private static String exchange(long n, long edge, String more) {
    // Put together by hand: a format string takes longer than all that is measured.
    return "{\"type\":\"exchange\",\"account\":\"acc-"
        + edge % 20_000
        + "\",\"at\":\"2026-04-"
        + (10 + n % 19)
        + "T"
        + (10 + n % 14)
        + ":00:00Z\",\"ip\":\"10."
        + (edge >> 16 & 255)
        + "."
        + (edge >> 8 & 255)
        + "."
        + (edge & 255)
        + "\",\"prompt\":\"write about topic "
        + n % 977
        + "\",\"model\":\"m\""
        + more
        + "}\n";
  }

  private static String note(long n) {
    return "{\"type\":\"verdict\",\"account\":\"acc-%d\",\"verdict\":\"unsure\",\"at\":\"2026-04-01T00:00:00Z\",\"note\":\"%d %s\"}\n"
        .formatted(n, n, "n".repeat(1_000_000));
  }

  private static String claim(long n) {
    return "{\"type\":\"claim\",\"organization\":\"o\",\"statement\":\"denies\",\"by\":\"b\",\"at\":\"2026-04-01T00:00:00Z\",\"reference\":\"%d %s\"}\n"
        .formatted(n, "r".repeat(1_000_000));
  }

  /// Lines made as they are read.
  private static final class Generated extends InputStream {

    private final LongFunction<String> maker;
    private final long count;
    private final long repeats;
    private byte[] line = new byte[0];
    private int at;
    private long made;
    private long repeated;

    Generated(long count, LongFunction<String> maker, long repeats) {
      this.count = count;
      this.maker = maker;
      this.repeats = repeats;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      if (at == line.length && !next()) {
        return -1;
      }
      int taken = Math.min(length, line.length - at);
      System.arraycopy(line, at, buffer, from, taken);
      at += taken;
      return taken;
    }

    private boolean next() {
      at = 0;
      if (made > 0 && ++repeated < repeats) {
        return true;
      }
      repeated = 0;
      if (made == count) {
        return false;
      }
      line = maker.apply(made++).getBytes(StandardCharsets.UTF_8);
      return true;
    }
  }
}
