package io.iolaus.neo4jlocal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Puts a new store in the place of the default database's: all of it or nothing, whenever this
/// process dies.
///
/// The new store grows in a folder beside the old one. When it is whole and on the disk, that
/// folder gets another name, in one step: from then on the new store counts, and whoever opens the
/// data folder next finishes moving its parts. Before that it is rubbish, and thrown away. The data
/// folder must be locked.
final class StoreSwap {

  private static final String GROWING = "first-load.tmp";
  private static final String READY = "first-load";

  // What a database is made of, below a home.
  private static final List<String> PARTS =
      List.of("data/databases/neo4j", "data/transactions/neo4j");

  private final Path data;

  StoreSwap(Path data) {
    this.data = data;
  }

  /// Fills a new store.
  @FunctionalInterface
  interface Filling {
    void fill(Path home) throws IOException;
  }

  /// Replaces the store by the one that is filled below the home given.
  void replace(Filling filling) throws IOException {
    finish();
    Path growing = Files.createDirectories(data.resolve(GROWING));
    filling.fill(growing);
    flush(growing);
    Files.move(growing, data.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
    force(data);
    finish();
  }

  /// Ends what an earlier process has begun.
  void finish() throws IOException {
    delete(data.resolve(GROWING));
    Path ready = data.resolve(READY);
    if (!Files.exists(ready)) {
      return;
    }
    for (String part : PARTS) {
      Path from = ready.resolve(part);
      Path to = data.resolve(part);
      if (Files.exists(from)) {
        // Where it is no longer there, it was moved before.
        delete(to);
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(to.getParent());
      }
    }
    delete(ready);
  }

  private static void flush(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        force(file);
      }
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
