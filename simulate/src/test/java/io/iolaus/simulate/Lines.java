package io.iolaus.simulate;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Reads what a simulation wrote.
final class Lines {

  private Lines() {}

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  static List<Path> eventFiles(Path folder) throws IOException {
    return files(folder).stream()
        .filter(file -> file.getFileName().toString().startsWith("events-"))
        .toList();
  }

  static void each(Path file, Consumer<String> line) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new ZstdInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.lines().forEach(line);
    }
  }

  /// The value of a string field, or an empty string; only for lines this module wrote.
  static String field(String line, String name) {
    String key = "\"" + name + "\":\"";
    int at = line.indexOf(key);
    return at < 0 ? "" : line.substring(at + key.length(), line.indexOf('"', at + key.length()));
  }
}
