package io.iolaus.cypher.database;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Looks whether a database process has the data folder of a home open. The lock itself is that
/// process's: this only saves starting a program in order to be refused, and another may still be
/// quicker.
record HomeLock(Home home) {

  boolean free() throws IOException {
    PrivateFiles.createDirectories(home.neo4j());
    Path file = home.neo4j().resolve("neo4j-local.lock");
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread is looking at this moment
    }
  }
}
