package io.iolaus.simulate.output;

import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Populace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Hands on the lines of a world without files, in the order in which {@link EventFiles} writes
/// them.
public final class EventLines {

  private static final int CHUNK = 2_000;

  private EventLines() {}

  /// All lines, one after the other, on the calling thread.
  ///
  /// @param tally is told of each exchange
  public static void each(Populace world, ExchangeTally tally, LineConsumer out) {
    DayBook book = new DayBook(world);
    try (ParallelLines rendering = new ParallelLines(world.texts());
        LineSplitter lines = new LineSplitter(out)) {
      facts(world.reference(), world, lines);
      facts(book.facts(), world, lines);
      for (int day = 0; day < world.frame().days(); day++) {
        List<Exchange> today = book.exchanges(day);
        rendering.write(today, lines);
        today.forEach(tally::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void facts(List<Fact> facts, Populace world, LineSplitter out) {
    for (int from = 0; from < facts.size(); from += CHUNK) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (LineWriter lines = new LineWriter(bytes, world.texts())) {
        facts.subList(from, Math.min(from + CHUNK, facts.size())).forEach(lines::write);
      }
      byte[] chunk = bytes.toByteArray();
      out.write(chunk, 0, chunk.length);
    }
  }
}
