package io.iolaus.ingest.inbox;

import io.iolaus.cypher.home.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The files of an inbox, all of mode 0600: `ID.part` comes in, `ID.body` is whole, `ID.json` makes
/// it a delivery. A body without its `ID.json` was never promised to anybody.
public final class InboxFolder implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PART = ".part";
  private static final String BODY = ".body";
  private static final String RECORD = ".json";

  private final Path path;
  private final FileChannel lock;

  private InboxFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static Optional<InboxFolder> open(Path path) throws IOException {
    PrivateFiles.createDirectories(path);
    FileChannel lock =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() != null) {
        return Optional.of(new InboxFolder(path, lock));
      }
    } catch (OverlappingFileLockException e) {
      // This very process has it open.
    }
    lock.close();
    return Optional.empty();
  }

  /// The deliveries in a folder, the oldest first, also while another process has it open.
  public static List<Delivery> deliveries(Path path) throws IOException {
    List<Delivery> deliveries = new ArrayList<>();
    for (Path file : files(path, RECORD)) {
      Delivery delivery = read(file);
      if (delivery != null) {
        deliveries.add(delivery);
      }
    }
    return deliveries;
  }

  private static @Nullable Delivery read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(file), Delivery.class);
    } catch (NoSuchFileException e) {
      return null; // It got into the graph while we looked.
    }
  }

  /// Clears away what was never promised, and gives what was.
  List<Delivery> clean() throws IOException {
    for (Path file : files(path, PART)) {
      Files.delete(file);
    }
    for (Path file : files(path, BODY)) {
      String name = file.getFileName().toString();
      if (!Files.exists(record(name.substring(0, name.length() - BODY.length())))) {
        Files.delete(file);
      }
    }
    return deliveries(path);
  }

  private static List<Path> files(Path path, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  Path path() {
    return path;
  }

  Path part(String id) {
    return path.resolve(id + PART);
  }

  Path body(String id) {
    return path.resolve(id + BODY);
  }

  private Path record(String id) {
    return path.resolve(id + RECORD);
  }

  long usableBytes() throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  /// Makes a whole and flushed `ID.part` a delivery that outlives a crash of the machine.
  void keep(Delivery delivery) throws IOException {
    Files.move(part(delivery.id()), body(delivery.id()), StandardCopyOption.ATOMIC_MOVE);
    Path written = path.resolve(delivery.id() + RECORD + PART);
    PrivateFiles.create(written);
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(delivery));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(written, record(delivery.id()), StandardCopyOption.ATOMIC_MOVE);
    force(path);
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// The record goes first: a body alone is cleared away, a record alone would be waited for.
  void remove(String id) throws IOException {
    Files.deleteIfExists(record(id));
    Files.deleteIfExists(body(id));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
