package io.iolaus.bench.load;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.fold.FoldBatch;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.journal.AccountRun;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.LineFeeds;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// How much heap it takes to fold a source of any size into one segment, with 18, 2 and 1 lines for
/// each distinct edge: what is live after a full collection, from the first million to the last.
///
/// Arguments: lines in millions, bytes of a full fold in MiB. Run it with `-Xmx1g` or less.
final class FoldMemory {

  private static final SiteSecret SECRET = SiteSecret.of(new byte[32]);
  private static final long MILLION = 1_000_000;

  private FoldMemory() {}

  public static void main(String[] args) throws IOException {
    long lines = (args.length > 0 ? Long.parseLong(args[0]) : 10) * MILLION;
    long foldBytes = (args.length > 1 ? Long.parseLong(args[1]) : 128) << 20;
    for (int linesPerEdge : new int[] {18, 2, 1}) {
      Path folder = Files.createTempDirectory("fold-memory-");
      try (Journal journal = Journal.open(folder)) {
        Load load = new Load(journal, foldBytes, linesPerEdge);
        new CampaignLines(CampaignLines.Shape.repeating(lines, linesPerEdge), SECRET).writeTo(load);
        load.end();
      }
    }
  }

  /// Folds whole lines that are written to it.
  private static final class Load extends OutputStream {

    private final EventDecoder decoder = new EventDecoder(SECRET, new PromptSketcher(SECRET));
    private final FoldBatch batch = new FoldBatch();
    private final SegmentFold fold = new SegmentFold();
    private final List<AccountRun> runs = new ArrayList<>();
    private final Journal journal;
    private final long foldBytes;
    private final int linesPerEdge;
    private final long start = System.nanoTime();
    private long line;

    Load(Journal journal, long foldBytes, int linesPerEdge) {
      this.journal = journal;
      this.foldBytes = foldBytes;
      this.linesPerEdge = linesPerEdge;
    }

    @Override
    public void write(int b) {
      throw new UnsupportedOperationException("whole lines only");
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      long before = line;
      int begin = from;
      int to = from + length;
      for (int end = LineFeeds.next(bytes, begin, to);
          end >= 0;
          end = LineFeeds.next(bytes, begin, to)) {
        if (decoder.decode(bytes, begin, end) instanceof Decoded.Accepted accepted) {
          line++;
          batch.add(accepted.event(), line, line, begin);
        }
        begin = end + 1;
      }
      batch.foldInto(fold, 1);
      if (fold.bytes() >= foldBytes) {
        runs.add(journal.spill(Integer.toString(runs.size()), fold, Load::doAll));
      }
      if (line / MILLION != before / MILLION) {
        tell("folded");
      }
    }

    private static List<byte[]> doAll(List<Callable<byte[]>> work) throws IOException {
      List<byte[]> results = new ArrayList<>();
      for (Callable<byte[]> one : work) {
        try {
          results.add(one.call());
        } catch (IOException | RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
      return results;
    }

    void end() throws IOException {
      Prefix prefix = new Prefix(1, Digests.sha256().digest());
      SegmentHeader header =
          new SegmentHeader(
              "b",
              1,
              "bench",
              prefix,
              new SourcePosition(prefix, line),
              LineCounts.NONE,
              line,
              Map.of(),
              Map.of(),
              0,
              true);
      Path segment = journal.seal(header, fold, runs, List.of(), 8 << 20);
      tell("sealed %,d bytes".formatted(Files.size(segment)));
      Files.delete(segment);
    }

    private void tell(String what) {
      System.gc();
      MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      System.out.printf(
          Locale.ROOT,
          "%d lines an edge, %,d lines: %s, live %,d MiB, %d runs of %,d MiB, %.0f s%n",
          linesPerEdge,
          line,
          what,
          heap.getUsed() >> 20,
          runs.size(),
          runs.stream().mapToLong(AccountRun::bytes).sum() >> 20,
          (System.nanoTime() - start) / 1e9);
    }
  }
}
