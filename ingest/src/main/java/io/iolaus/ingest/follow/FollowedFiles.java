package io.iolaus.ingest.follow;

import io.iolaus.cypher.home.PrivateFiles;
import io.iolaus.ingest.source.SourceFolder.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which files were loaded and what they looked like then, so that thousands of them need not be
/// read again. Kept in a file of the home; what is right nevertheless stands in the graph, so a
/// lost file costs time only.
final class FollowedFiles {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A file as it was loaded.
  ///
  /// @param format digest of what its lines were read by
  /// @param batch the batch it went to
  /// @param bytes how far that batch went afterwards
  record Followed(
      String path, long size, long modifiedMillis, String format, String batch, long bytes) {}

  private record Content(List<Followed> files) {}

  private final Path file;
  private final Map<String, Followed> files = new HashMap<>();
  private boolean changed;

  private FollowedFiles(Path file) {
    this.file = file;
  }

  /// What is remembered in this file, as far as it is still true.
  ///
  /// @param holds whether the graph holds that much of the file's batch: it may be another graph
  static FollowedFiles read(Path file, Predicate<Followed> holds) throws IOException {
    FollowedFiles followed = new FollowedFiles(file);
    try {
      for (Followed known : JSON.readValue(Files.readString(file), Content.class).files()) {
        if (holds.test(known)) {
          followed.files.put(known.path(), known);
        }
      }
    } catch (NoSuchFileException | JacksonException e) {
      // Nothing is remembered: the files are recognised by their content.
    }
    return followed;
  }

  /// Whether this very state of the file is loaded.
  boolean isLoaded(Entry entry, String format) {
    @Nullable Followed known = files.get(key(entry.path()));
    return known != null
        && known.size() == entry.size()
        && known.modifiedMillis() == entry.modifiedMillis()
        && known.format().equals(format);
  }

  /// Remembers a file.
  void add(Entry entry, String format, String batch, long bytes) {
    String path = key(entry.path());
    files.put(path, new Followed(path, entry.size(), entry.modifiedMillis(), format, batch, bytes));
    changed = true;
  }

  private static String key(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  /// Writes down what is remembered, if that has changed.
  void save() throws IOException {
    if (changed) {
      PrivateFiles.replace(file, JSON.writeValueAsString(new Content(List.copyOf(files.values()))));
      changed = false;
    }
  }
}
