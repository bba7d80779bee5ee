package io.iolaus.api.search;

import io.iolaus.cypher.home.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A folder that one process has for its index, and finds again when it is started anew. Several
/// processes of one home have one each.
record IndexFolder(Path path, FileChannel lock) implements AutoCloseable {

  private static final int MOST = 64;

  /// The first folder that no other process has.
  static IndexFolder take(Path parent) throws IOException {
    PrivateFiles.createDirectories(parent);
    for (int i = 0; i < MOST; i++) {
      FileChannel channel =
          FileChannel.open(
              parent.resolve(i + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locks(channel)) {
        Path path = parent.resolve(String.valueOf(i));
        PrivateFiles.createDirectories(path);
        return new IndexFolder(path, channel);
      }
      channel.close();
    }
    throw new IOException("all of " + MOST + " folders in " + parent + " are in use");
  }

  /// Held until the channel is closed, or the process ends.
  private static boolean locks(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // this very process has it
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
