package io.iolaus.ingest.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A folder of files for the importer. Its manifest, written last, says what is there. Safe for use
/// by several threads.
final class ImportFolder implements AutoCloseable {

  private static final String MANIFEST = "manifest";

  private final Path folder;
  private final Map<String, ImportFile> files = new TreeMap<>();

  ImportFolder(Path folder) {
    this.folder = folder;
  }

  /// The file of the nodes with this label.
  ///
  /// @param key the property that holds the id
  ImportFile nodes(String label, String key) {
    return file("nodes " + label + " " + key);
  }

  /// The file of the edges of this type between nodes of these labels.
  ImportFile edges(String type, String start, String end) {
    return file("edges " + type + " " + start + " " + end);
  }

  private synchronized ImportFile file(String kind) {
    return files.computeIfAbsent(
        kind,
        _ -> {
          try {
            return new ImportFile(folder, kind);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /// Says that everything is there.
  synchronized void finish() throws IOException {
    close();
    Files.write(
        folder.resolve(MANIFEST),
        files.values().stream().filter(ImportFile::hasAny).map(ImportFile::line).toList());
  }

  @Override
  public synchronized void close() throws IOException {
    for (ImportFile file : files.values()) {
      file.close();
    }
  }
}
