package io.iolaus.core.event;

import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Sample lines, and a decoder for them under a fixed secret.
final class EventLines {

  static final SiteSecret SECRET = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);

  /// One line that must be rejected, and how.
  record Bad(String code, String field, String line) {}

  private EventLines() {}

  static EventDecoder decoder() {
    return new EventDecoder(SECRET, new PromptSketcher(SECRET));
  }

  static Decoded decode(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return decoder().decode(bytes, 0, bytes.length);
  }

  static Event event(String line) {
    return decode(line) instanceof Decoded.Accepted accepted
        ? accepted.event()
        : throwing(line + " was " + decode(line));
  }

  static List<String> accepted() {
    return resource("accepted.ndjson").lines().toList();
  }

  static List<Bad> rejected() {
    return resource("rejected.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 3))
        .map(parts -> new Bad(parts[0], parts[1].equals("-") ? "" : parts[1], parts[2]))
        .toList();
  }

  /// A file of the repository, by its path from the root.
  static String repositoryFile(String path) {
    String root = System.getProperty("iolaus.root", "..");
    try {
      return Files.readString(Path.of(root).resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (var in = EventLines.class.getResourceAsStream("/events/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Event throwing(String message) {
    throw new AssertionError(message);
  }
}
