package io.iolaus.ingest.crash;

import io.iolaus.ingest.GraphDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;

/// All that a load left behind: the graph with its batches, every count, time and edge, and the
/// dead letters.
///
/// @param deadLetters content by file name
record Outcome(List<String> graph, Map<String, String> deadLetters) {

  static Outcome of(Driver driver, Path home) throws IOException {
    return new Outcome(GraphDigest.wholeLines(driver), letters(home));
  }

  static Map<String, String> letters(Path home) throws IOException {
    Map<String, String> letters = new TreeMap<>();
    try (Stream<Path> files = Files.list(home.resolve("dead-letters"))) {
      for (Path file : files.toList()) {
        letters.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return letters;
  }
}
