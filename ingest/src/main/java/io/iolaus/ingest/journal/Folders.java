package io.iolaus.ingest.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Makes renames last.
public final class Folders {

  private Folders() {}

  /// Flushes a folder's entries to disk; does nothing on systems that cannot open a folder.
  public static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; there the rename is as lasting as the file system makes it.
    }
  }
}
