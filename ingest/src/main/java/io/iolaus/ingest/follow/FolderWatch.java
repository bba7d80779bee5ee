package io.iolaus.ingest.follow;

import io.iolaus.ingest.source.SourceFolder;
import io.iolaus.ingest.source.SourceFolder.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Looks at folders again and again, and says which files have settled: their size and time were
/// the same for a while. Looks at names and sizes alone, never into a file.
final class FolderWatch {

  private final List<Path> folders;
  private final boolean csv;
  private final long settleNanos;
  private final BiConsumer<Path, String> unreadable;
  private final Map<Path, Sighting> sightings = new HashMap<>();
  private final Set<Path> told = new HashSet<>();

  /// A state of a file, and since when it has been in it.
  private record Sighting(Entry entry, long since) {}

  /// @param csv whether CSV is wanted too
  /// @param unreadable told once of each folder or file that cannot be looked at
  FolderWatch(
      List<Path> folders, boolean csv, Duration settle, BiConsumer<Path, String> unreadable) {
    this.folders = List.copyOf(folders);
    this.csv = csv;
    this.unreadable = unreadable;
    settleNanos = settle.toNanos();
  }

  /// Files that have settled, in byte order of their paths within each folder.
  ///
  /// @param now a moment on the clock of {@link System#nanoTime}
  List<Entry> settled(long now) {
    List<Entry> settled = new ArrayList<>();
    Set<Path> present = new HashSet<>();
    for (Path folder : folders) {
      SourceFolder looked = look(folder);
      if (looked != null) {
        looked.unreadable().forEach(path -> tell(path, "cannot be read: check its owner and mode"));
        for (Entry entry : looked.files()) {
          if (present.add(entry.path()) && hasSettled(entry, now)) {
            settled.add(entry);
          }
        }
      }
    }
    sightings.keySet().retainAll(present);
    return settled;
  }

  private @Nullable SourceFolder look(Path folder) {
    try {
      SourceFolder looked = SourceFolder.look(folder, csv);
      told.remove(folder);
      return looked;
    } catch (IOException e) {
      tell(folder, "cannot be looked at, trying again: it is gone or locked");
      return null;
    }
  }

  private void tell(Path path, String reason) {
    if (told.add(path)) {
      unreadable.accept(path, reason);
    }
  }

  private boolean hasSettled(Entry entry, long now) {
    Sighting known = sightings.get(entry.path());
    if (known == null || !known.entry.equals(entry)) {
      sightings.put(entry.path(), new Sighting(entry, now));
      return settleNanos == 0;
    }
    return now - known.since >= settleNanos;
  }
}
