package io.iolaus.ingest.journal;

import io.iolaus.ingest.fold.SegmentFold;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;

/// The segments of one home on disk: `BATCH/000001.seg` is sealed and perhaps not in the graph yet,
/// `BATCH/000001.done` is in the graph and kept.
///
/// One worker at a time has a journal open.
public final class Journal implements AutoCloseable {

  private static final String SEALED = ".seg";
  private static final String DONE = ".done";
  private static final String ASIDE = ".aside";
  private static final String TEMPORARY = ".tmp";

  private final Path folder;
  private final FileChannel lockFile;
  private final Clock clock;

  private Journal(Path folder, FileChannel lockFile, Clock clock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.clock = clock;
  }

  /// Opens the journal in this folder, made where it is missing, and clears away what a crash left
  /// half written.
  ///
  /// @throws JournalInUseException if another worker has it open
  public static Journal open(Path folder) throws IOException {
    return open(folder, Clock.systemUTC());
  }

  /// The same.
  ///
  /// @param clock says when segments are sealed
  public static Journal open(Path folder, Clock clock) throws IOException {
    Files.createDirectories(folder);
    FileChannel lockFile =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (tryLock(lockFile) == null) {
        lockFile.close();
        throw new JournalInUseException(folder);
      }
      Journal journal = new Journal(folder, lockFile, clock);
      journal.clear();
      return journal;
    } catch (IOException e) {
      lockFile.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // This very process has it open.
    }
  }

  private void clear() throws IOException {
    for (Path file : files(TEMPORARY)) {
      if (Files.isDirectory(file)) {
        try (Stream<Path> content = Files.list(file)) {
          for (Path inside : content.toList()) {
            Files.delete(inside);
          }
        }
      }
      Files.deleteIfExists(file); // What lay in a folder went with it.
    }
  }

  /// Writes a fold as a segment, whole or not at all, and flushed to disk. The fold is used up.
  ///
  /// @param header all but when it is sealed and the number and size of parts, which are found here
  /// @param runs further accounts of the segment; they are removed
  /// @param deadLetters rejected lines as they are to stand in the dead letters
  /// @param partBytes about how much heap the fold of one part takes
  public Path seal(
      SegmentHeader header,
      SegmentFold fold,
      List<AccountRun> runs,
      List<String> deadLetters,
      long partBytes)
      throws IOException {
    Path batch = Files.createDirectories(folder.resolve(header.batch()));
    Path file = batch.resolve("%06d%s".formatted(header.segment(), SEALED));
    try {
      SegmentWriter.write(
          file,
          parts -> header.sealed(clock.millis(), parts, partBytes),
          parts -> PartCutter.cut(fold, runs, partBytes, parts),
          deadLetters);
    } catch (JacksonIOException e) {
      throw unwritten(file, e.getCause());
    } catch (IOException e) {
      throw unwritten(file, e);
    }
    for (AccountRun run : runs) {
      run.delete();
    }
    return file;
  }

  /// Moves the accounts of a fold to disk.
  ///
  /// @param name of the run within this journal
  public AccountRun spill(String name, SegmentFold fold, AccountRun.Workers workers)
      throws IOException {
    Path file = folder.resolve("run-" + name + TEMPORARY);
    try {
      return AccountRun.write(file, fold, workers);
    } catch (IOException e) {
      throw unwritten(file, e);
    }
  }

  /// How many bytes the file system of the journal has left.
  public long usableBytes() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  private static IOException unwritten(Path file, @Nullable Throwable cause) {
    String reason = cause == null ? "no reason given" : cause.getMessage();
    return new IOException(
        "cannot write "
            + file
            + " ("
            + reason
            + "): make room or set it right, then run ingest again; nothing is lost",
        cause);
  }

  /// Reads a sealed segment.
  public SegmentReader read(Path segment) throws IOException {
    return SegmentReader.open(segment);
  }

  /// What a segment is of; only its beginning is read, and not checked.
  public SegmentHeader header(Path segment) throws IOException {
    return SegmentReader.header(segment);
  }

  /// Segments that are perhaps not in the graph yet: batches in the order in which they were begun,
  /// the segments of each by number.
  public List<Path> sealed() throws IOException {
    Map<Path, List<Path>> batches = new HashMap<>();
    files(SEALED)
        .forEach(
            file -> batches.computeIfAbsent(file.getParent(), _ -> new ArrayList<>()).add(file));
    Map<Path, FileTime> begun = new HashMap<>();
    for (Map.Entry<Path, List<Path>> batch : batches.entrySet()) {
      begun.put(batch.getKey(), Files.getLastModifiedTime(batch.getValue().getFirst()));
    }
    return batches.keySet().stream()
        .sorted(Comparator.<Path, FileTime>comparing(begun::get).thenComparing(Path::compareTo))
        .flatMap(batch -> batches.getOrDefault(batch, List.of()).stream())
        .toList();
  }

  /// Segments of a batch that are in the graph and were kept, by number.
  public List<Path> kept(String batch) throws IOException {
    Path own = folder.resolve(batch);
    if (!Files.isDirectory(own)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(own)) {
      return files.filter(file -> file.toString().endsWith(DONE)).sorted().toList();
    }
  }

  /// Puts sealed segments in place of those that are kept of a batch. Cut short, it is finished by
  /// the next call.
  ///
  /// @param from a folder with some of the new segments; those missing are in place already
  /// @param segments how many new ones there are
  public void replaceKept(String batch, Path from, int segments) throws IOException {
    Path own = Files.createDirectories(folder.resolve(batch));
    for (int i = 1; i <= segments; i++) {
      Path sealed = from.resolve("%06d%s".formatted(i, SEALED));
      if (Files.exists(sealed)) {
        Path kept = own.resolve("%06d%s".formatted(i, DONE));
        Files.move(
            sealed, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    for (Path kept : kept(batch)) {
      if (number(kept) > segments) {
        Files.delete(kept);
      }
    }
    Folders.force(own);
  }

  /// The number of a segment within its batch.
  public static int number(Path segment) {
    String name = segment.getFileName().toString();
    return Integer.parseInt(name, 0, name.indexOf('.'), 10);
  }

  /// Says that a segment is in the graph.
  public void done(Path segment, boolean keep) throws IOException {
    if (keep) {
      String name = segment.getFileName().toString();
      Path kept = segment.resolveSibling(name.substring(0, name.length() - SEALED.length()) + DONE);
      Files.move(
          segment, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(segment);
    }
    // Not flushed: a segment that comes back is recognised as done by its number.
  }

  /// Puts a segment aside that the graph has no use for: it has other segments in its place.
  public void setAside(Path segment) throws IOException {
    String name = segment.getFileName().toString();
    Files.move(
        segment,
        segment.resolveSibling(name.substring(0, name.length() - SEALED.length()) + ASIDE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// A file to keep a stream in that must be read twice; removed when the journal is next opened,
  /// at the latest.
  public Path temporaryFile() throws IOException {
    return Files.createTempFile(folder, "spool-", TEMPORARY);
  }

  /// An empty folder for files; removed with them when the journal is next opened, at the latest.
  public Path temporaryFolder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name + TEMPORARY)).toAbsolutePath();
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(suffix)).sorted().toList());
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
