package io.iolaus.simulate.output;

import com.github.luben.zstd.ZstdOutputStream;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.saga.ExpectedEvent;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes what happens between two runs of detection into a file of its own, and what follows for
/// clusters into `truth_lineage.csv`.
public final class StepFiles {

  private static final int LEVEL = 1;

  private final Path folder;
  private final RandomStream texts;

  /// Writes into an existing folder.
  ///
  /// @param texts from which the texts of exchanges are drawn
  public StepFiles(Path folder, RandomStream texts) {
    this.folder = folder;
    this.texts = texts;
  }

  /// The file of a step, from 1.
  public static Path file(Path folder, int step) {
    return folder.resolve("step-%02d.ndjson.zst".formatted(step));
  }

  /// In the order given, facts first.
  ///
  /// @param days exchanges of each day
  public void step(int step, List<Fact> facts, List<List<Exchange>> days) throws IOException {
    // the writer of facts closes what it writes to
    try (OutputStream out = compressed(step)) {
      try (LineWriter lines = new LineWriter(new Unclosed(out), texts)) {
        facts.forEach(lines::write);
      }
      try (ParallelLines rendering = new ParallelLines(texts)) {
        for (List<Exchange> day : days) {
          rendering.write(day, out);
        }
      }
    }
  }

  /// What is to be expected of each run.
  public void truth(List<ExpectedEvent> events) throws IOException {
    Path file = folder.resolve("truth_lineage.csv");
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(file))) {
      csv.writeRecord("run", "event", "before", "after");
      for (ExpectedEvent event : events) {
        csv.writeRecord(
            Integer.toString(event.run()),
            event.kind(),
            hands(event.before()),
            hands(event.after()));
      }
    }
  }

  private static String hands(List<Set<String>> hands) {
    return hands.stream()
        .map(operators -> operators.stream().sorted().collect(Collectors.joining("&")))
        .collect(Collectors.joining("+"));
  }

  private OutputStream compressed(int step) throws IOException {
    return new ZstdOutputStream(
        new BufferedOutputStream(Files.newOutputStream(file(folder, step))), LEVEL);
  }

  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
