package io.iolaus.cypher.detector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A statement that must be refused, or one that must not: a file of the folder `bad` or `good`
/// beside. A bad one begins with a line that says for what: `// refused: part of the reason`, with
/// `|` between two of which either will do.
record Corpus(String name, List<String> reasons, String statement) {

  private static final String REFUSED = "// refused: ";

  static List<Corpus> read(String folder) {
    try (Stream<Path> files = Files.list(Path.of(Corpus.class.getResource(folder).toURI()))) {
      return files.sorted().map(Corpus::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Corpus of(Path file) {
    try {
      String text = Files.readString(file);
      String first = text.lines().findFirst().orElse("");
      boolean bad = first.startsWith(REFUSED);
      return new Corpus(
          String.valueOf(file.getFileName()),
          bad ? List.of(first.substring(REFUSED.length()).split(" \\| ")) : List.of(),
          text.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
