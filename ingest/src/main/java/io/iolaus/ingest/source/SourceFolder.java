package io.iolaus.ingest.source;

import io.iolaus.ingest.fold.ByteOrder;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands in a folder and the folders below it.
///
/// @param files files whose names say that they hold events, in byte order of their paths
/// @param leftOut all others by kind, hidden folders among them, in the same order
/// @param unreadable folders and files that could not be looked at
public record SourceFolder(
    List<Entry> files, Map<FileKind, List<Path>> leftOut, List<Path> unreadable) {

  /// A file as the folder shows it.
  ///
  /// @param size in bytes
  /// @param modifiedMillis when it was changed, in milliseconds since 1970
  public record Entry(Path path, long size, long modifiedMillis) {}

  private static final Comparator<Path> ORDER =
      Comparator.comparing(Path::toString, ByteOrder::compare);

  public SourceFolder {
    files = List.copyOf(files);
    leftOut = Map.copyOf(leftOut);
    unreadable = List.copyOf(unreadable);
  }

  /// Looks through a folder. Links are followed; a folder that leads back to itself is among the
  /// unreadable.
  ///
  /// @param csv whether CSV is wanted too
  public static SourceFolder look(Path folder, boolean csv) throws IOException {
    Visitor visitor = new Visitor(folder, csv);
    Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    visitor.files.sort(Comparator.comparing(Entry::path, ORDER));
    visitor.leftOut.values().forEach(paths -> paths.sort(ORDER));
    return new SourceFolder(visitor.files, visitor.leftOut, visitor.unreadable);
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path top;
    private final boolean csv;
    private final List<Entry> files = new ArrayList<>();
    private final Map<FileKind, List<Path>> leftOut = new EnumMap<>(FileKind.class);
    private final List<Path> unreadable = new ArrayList<>();

    Visitor(Path top, boolean csv) {
      this.top = top;
      this.csv = csv;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(top) && FileKind.of(folder) == FileKind.HIDDEN) {
        leaveOut(FileKind.HIDDEN, folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      FileKind kind = FileKind.of(file);
      if (kind == FileKind.NDJSON || (kind == FileKind.CSV && csv)) {
        files.add(new Entry(file, attributes.size(), attributes.lastModifiedTime().toMillis()));
      } else {
        leaveOut(kind, file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(top)) {
        throw e;
      }
      unreadable.add(file);
      return FileVisitResult.CONTINUE;
    }

    private void leaveOut(FileKind kind, Path path) {
      leftOut.computeIfAbsent(kind, _ -> new ArrayList<>()).add(path);
    }
  }
}
