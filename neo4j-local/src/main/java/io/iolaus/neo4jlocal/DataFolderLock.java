package io.iolaus.neo4jlocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a data folder for one process. The operating system lets go of the lock when the process
/// ends, however it ends, so that nothing stale can be left behind. The file itself stays: its name
/// is part of the contract with the parent, which looks at the lock to see whether it must wait.
final class DataFolderLock implements AutoCloseable {

  static final String FILE = "neo4j-local.lock";

  private final FileChannel channel;

  private DataFolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static DataFolderLock acquire(Path data) throws IOException {
    Files.createDirectories(data);
    FileChannel channel =
        FileChannel.open(data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new Failure(ExitStatus.LOCKED, "another process has " + data + " open");
    }
    return new DataFolderLock(channel);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
