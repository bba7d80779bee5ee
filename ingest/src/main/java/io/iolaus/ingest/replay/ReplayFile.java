package io.iolaus.ingest.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// A file of mended lines, read a bounded number at a time. For one thread.
public final class ReplayFile implements AutoCloseable {

  private final Path file;
  private final BufferedReader in;
  private final BiConsumer<Long, String> wrong;
  private long number;

  /// @param wrong told of lines that are no replay lines: number and reason
  public ReplayFile(Path file, BiConsumer<Long, String> wrong) throws IOException {
    this.file = file;
    this.wrong = wrong;
    in = Files.newBufferedReader(file);
  }

  /// The next lines, at most so many; none at the end.
  public List<ReplayLine> next(int most) throws IOException {
    List<ReplayLine> lines = new ArrayList<>();
    try {
      while (lines.size() < most) {
        String text = in.readLine();
        if (text == null) {
          break;
        }
        number++;
        if (!text.isBlank()) {
          add(lines, text);
        }
      }
      return lines;
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not UTF-8: nothing behind line " + number + " was read", e);
    }
  }

  private void add(List<ReplayLine> lines, String text) {
    try {
      lines.add(ReplayLine.parse(number, text));
    } catch (IllegalArgumentException e) {
      wrong.accept(number, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
