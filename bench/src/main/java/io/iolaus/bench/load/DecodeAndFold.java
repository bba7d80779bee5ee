package io.iolaus.bench.load;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.fold.FoldBatch;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.source.LineFeeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Decoding and folding without a database, beside Jackson's streaming parser that merely walks
/// over the same lines, on one core each, in turns. Rates are by time on the processor, so that
/// what else the machine does counts as little as possible; compare them within one run only.
final class DecodeAndFold {

  private static final int ROUNDS = 5;
  // What a thread of a load with a heap of 2 GB lets wait.
  private static final int WAITING_BYTES = 64 << 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final SiteSecret SECRET = SiteSecret.of(new byte[32]);

  private DecodeAndFold() {}

  public static void main(String[] args) throws IOException {
    long lines = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 28);
    new CampaignLines(CampaignLines.Shape.campaign(lines), SECRET).writeTo(bytes);
    byte[] data = bytes.toByteArray();
    System.out.printf(Locale.ROOT, "%,d lines, %,d bytes each%n", lines, data.length / lines);
    double[] parse = new double[ROUNDS];
    double[] decode = new double[ROUNDS];
    double[] fold = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      double a = rate(lines, () -> parse(data));
      double b = rate(lines, () -> decode(data, null));
      double c = rate(lines, () -> decode(data, new SegmentFold()));
      System.out.printf(
          Locale.ROOT,
          "round %d: parse %,.0f/s, decode %,.0f/s, and fold %,.0f/s%n",
          round,
          a,
          b,
          c);
      if (round >= 0) {
        parse[round] = a;
        decode[round] = b;
        fold[round] = c;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "medians: parse %,.0f, decode %,.0f (%.0f %%), decode and fold %,.0f (%.0f %%)%n",
        median(parse),
        median(decode),
        100 * median(decode) / median(parse),
        median(fold),
        100 * median(fold) / median(parse));
  }

  private static double rate(long lines, Runnable work) {
    long start = THREADS.getCurrentThreadCpuTime();
    work.run();
    return lines * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void parse(byte[] data) {
    JsonFactory json = new JsonFactory();
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), data, 0, data.length)) {
      while (parser.nextToken() != null) {
        // merely parses
      }
    }
  }

  private static void decode(byte[] data, @Nullable SegmentFold fold) {
    EventDecoder decoder = new EventDecoder(SECRET, new PromptSketcher(SECRET));
    FoldBatch batch = new FoldBatch();
    int from = 0;
    int folded = 0;
    int line = 1;
    for (int end = LineFeeds.next(data, 0, data.length);
        end >= 0;
        end = LineFeeds.next(data, from, data.length)) {
      if (decoder.decode(data, from, end) instanceof Decoded.Accepted accepted) {
        if (fold != null) {
          batch.add(accepted.event(), line, line, from);
        }
      } else {
        throw new IllegalStateException("rejected line " + line);
      }
      line++;
      from = end + 1;
      if (fold != null && from - folded >= WAITING_BYTES) {
        batch.foldInto(fold, 1);
        folded = from;
      }
    }
    if (fold != null) {
      batch.foldInto(fold, 1);
    }
  }
}
