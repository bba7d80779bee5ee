package io.iolaus.simulate.output;

import com.github.luben.zstd.ZstdOutputStream;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/// Writes the events of a world: what is known of it, its accounts, and its exchanges day by day in
/// the order of time, so that one day at most is held in memory.
public final class EventFiles {

  // Events are read once or twice: speed counts more than the last tenth of size.
  private static final int LEVEL = 1;
  private static final long LINES_PER_FILE = 4_000_000;

  private final Path folder;
  private final RandomStream texts;
  private long lines;
  private long bytes;

  /// Writes into an existing folder.
  ///
  /// @param texts from which the texts of exchanges are drawn
  public EventFiles(Path folder, RandomStream texts) {
    this.folder = folder;
    this.texts = texts;
  }

  /// In the order given.
  public void reference(List<Fact> facts) throws IOException {
    write("events-0-reference.ndjson.zst", facts);
  }

  /// In the order of time.
  public void accounts(DayBook book) throws IOException {
    write("events-1-accounts.ndjson.zst", book.facts());
  }

  /// In the order of time; a new file begins with the day after the one in which it got full.
  ///
  /// @param progress is told how many days are done
  public void exchanges(DayBook book, int days, ExchangeTally tally, IntConsumer progress)
      throws IOException {
    int file = 1;
    long inFile = 0;
    OutputStream out = open(exchangeFile(file));
    try (ParallelLines rendering = new ParallelLines(texts)) {
      for (int day = 0; day < days; day++) {
        List<Exchange> today = book.exchanges(day);
        if (inFile >= LINES_PER_FILE) {
          out.close();
          bytes += Files.size(folder.resolve(exchangeFile(file)));
          out = open(exchangeFile(++file));
          inFile = 0;
        }
        rendering.write(today, out);
        today.forEach(tally::add);
        inFile += today.size();
        lines += today.size();
        progress.accept(day + 1);
      }
    } finally {
      out.close();
    }
    bytes += Files.size(folder.resolve(exchangeFile(file)));
  }

  public long lines() {
    return lines;
  }

  /// Compressed, of all files.
  public long bytes() {
    return bytes;
  }

  private static String exchangeFile(int number) {
    return "events-2-exchanges-%03d.ndjson.zst".formatted(number);
  }

  private void write(String name, List<Fact> facts) throws IOException {
    try (LineWriter out = new LineWriter(open(name), texts)) {
      facts.forEach(out::write);
    }
    lines += facts.size();
    bytes += Files.size(folder.resolve(name));
  }

  private OutputStream open(String name) throws IOException {
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
    return new ZstdOutputStream(file, LEVEL);
  }
}
