package io.iolaus.ingest.replace;

import io.iolaus.ingest.journal.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a replacement keeps on disk until it is done: the segments that come, dead letters as they
/// will be, and, from the moment on at which nothing stands against it any more, what is replaced.
final class ReplacementFolder {

  private final Path folder;

  /// @param journal the folder of the journal
  ReplacementFolder(Path journal) {
    folder = journal.resolve("replacing");
  }

  /// What is replaced.
  ///
  /// @param token tells this replacement from others of the same batch
  record Ready(String batch, String token) {}

  /// Where the segments wait that come: a journal of its own.
  Path segments() {
    return folder.resolve("segments");
  }

  Path shelf() {
    return folder.resolve("shelf");
  }

  /// Where dead letters wait that will be.
  Path letters() throws IOException {
    return Files.createDirectories(folder.resolve("letters"));
  }

  /// The segments that come, by number.
  List<Path> coming(String batch) throws IOException {
    Path own = segments().resolve(batch);
    if (!Files.isDirectory(own)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(own)) {
      return files.filter(file -> file.toString().endsWith(".seg")).sorted().toList();
    }
  }

  Optional<Ready> ready() throws IOException {
    Path file = folder.resolve("ready");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return Optional.of(new Ready(lines.get(0), lines.get(1)));
  }

  void ready(Ready what) throws IOException {
    Path temporary = folder.resolve("ready.tmp");
    Files.write(temporary, List.of(what.batch, what.token));
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(temporary, folder.resolve("ready"), StandardCopyOption.ATOMIC_MOVE);
    Folders.force(folder); // Before the graph says that something is replaced.
  }

  /// Takes everything away, first what says that there is something.
  void clear() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.deleteIfExists(folder.resolve("ready"));
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ReplacementFolder::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
