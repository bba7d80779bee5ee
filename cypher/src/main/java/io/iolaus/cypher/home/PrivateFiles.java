package io.iolaus.cypher.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Folders and files that only their owner can read. Where the file system knows no POSIX modes
/// they get what it gives.
public final class PrivateFiles {

  private PrivateFiles() {}

  /// Makes a folder of mode 0700 with what is missing above it; one that is there keeps its mode.
  public static void createDirectories(Path directory) throws IOException {
    Files.createDirectories(directory, attributes(directory, "rwx------"));
  }

  /// Replaces a file of mode 0600 whole: a reader sees the old content or the new.
  public static void replace(Path file, String content) throws IOException {
    replace(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /// As [#replace(Path, String)].
  public static void replace(Path file, byte[] content) throws IOException {
    Path written = writeBeside(file, content);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Makes an empty file of mode 0600.
  ///
  /// @throws FileAlreadyExistsException if the name is taken
  public static void create(Path file) throws IOException {
    Files.createFile(file, attributes(file, "rw-------"));
  }

  /// Writes a file of mode 0600 unless there is one; false when another process was first.
  static boolean createOnce(Path file, String content) throws IOException {
    Path written = writeBeside(file, content.getBytes(StandardCharsets.UTF_8));
    try {
      // A link, unlike a move, fails when the name is taken: of two writers exactly one wins.
      Files.createLink(file, written);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.delete(written);
    }
  }

  private static Path writeBeside(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder for " + file);
    }
    Path written =
        Files.createTempFile(
            folder, file.getFileName() + ".", ".new", attributes(folder, "rw-------"));
    try {
      Files.write(written, content);
    } catch (IOException e) {
      Files.deleteIfExists(written);
      throw e;
    }
    return written;
  }

  private static FileAttribute<?>[] attributes(Path path, String mode) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
    };
  }
}
