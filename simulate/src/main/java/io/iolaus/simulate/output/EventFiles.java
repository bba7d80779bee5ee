package io.iolaus.simulate.output;

import com.github.luben.zstd.ZstdOutputStream;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.TimeFrame;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Writes the events of a world: what is known of it, its accounts, and its exchanges day by day in
/// the order of time, so that one day at most is held in memory.
public final class EventFiles {

  private static final int LEVEL = 3;
  private static final long LINES_PER_FILE = 4_000_000;

  private final Path folder;
  private final RandomStream random;
  private long lines;
  private long bytes;

  /// @param random from which the texts of exchanges are drawn
  public EventFiles(Path folder, RandomStream random) {
    this.folder = folder;
    this.random = random;
  }

  /// In the order given.
  public void reference(List<Fact> facts) throws IOException {
    write("events-0-reference.ndjson.zst", facts);
  }

  /// In the order of time.
  public void accounts(List<? extends Actor> actors) throws IOException {
    List<Fact> facts = new ArrayList<>();
    actors.forEach(actor -> actor.facts(facts::add));
    facts.sort(Comparator.comparingLong(Fact::at));
    write("events-1-accounts.ndjson.zst", facts);
  }

  /// In the order of time.
  public void exchanges(List<? extends Actor> actors, TimeFrame frame, ExchangeTally tally)
      throws IOException {
    LineWriter out = open("events-2-exchanges-001.ndjson.zst");
    int file = 1;
    long inFile = 0;
    List<Exchange> today = new ArrayList<>();
    try {
      for (int day = 0; day < frame.days(); day++) {
        today.clear();
        for (Actor actor : actors) {
          actor.exchanges(day, today::add);
        }
        today.sort(
            Comparator.comparingLong(Exchange::at)
                .thenComparing(exchange -> exchange.account().id())
                .thenComparingLong(Exchange::textKey));
        for (Exchange exchange : today) {
          if (inFile++ == LINES_PER_FILE) {
            out.close();
            inFile = 1;
            file++;
            out = open("events-2-exchanges-%03d.ndjson.zst".formatted(file));
          }
          out.write(exchange);
          tally.add(exchange);
        }
        lines += today.size();
      }
    } finally {
      out.close();
    }
    bytes += sizeOf(folder, "events-2-");
  }

  public long lines() {
    return lines;
  }

  /// Compressed, of all files.
  public long bytes() {
    return bytes;
  }

  private void write(String name, List<Fact> facts) throws IOException {
    try (LineWriter out = open(name)) {
      facts.forEach(out::write);
    }
    lines += facts.size();
    bytes += Files.size(folder.resolve(name));
  }

  private LineWriter open(String name) throws IOException {
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
    return new LineWriter(new ZstdOutputStream(file, LEVEL), random);
  }

  private static long sizeOf(Path folder, String prefix) throws IOException {
    long sum = 0;
    try (var files = Files.newDirectoryStream(folder, prefix + "*")) {
      for (Path file : files) {
        sum += Files.size(file);
      }
    }
    return sum;
  }
}
