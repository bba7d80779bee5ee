package io.iolaus.ingest.bulk;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Nodes of one label, or edges of one type, for the importer: frames, each behind its length in
/// four bytes. Safe for use by several threads.
final class ImportFile implements AutoCloseable {

  private static final int BUFFER = 1 << 18;

  private final String kind;
  private final String name;
  private final DataOutputStream out;
  private long count;

  /// @param kind what the manifest says of it before its name: `nodes LABEL KEY` or `edges TYPE
  ///   START_LABEL END_LABEL`
  ImportFile(Path folder, String kind) throws IOException {
    this.kind = kind;
    name = kind.replace(' ', '-');
    out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), BUFFER));
  }

  /// Adds a frame: names and entities one after the other.
  synchronized void add(ByteSink names, ByteSink entities, long number) throws IOException {
    out.writeInt(names.size() + entities.size());
    names.writeTo(out);
    entities.writeTo(out);
    count += number;
  }

  /// Whether there is anything in it.
  synchronized boolean hasAny() {
    return count > 0;
  }

  /// Its line in the manifest.
  synchronized String line() {
    return kind + " " + name + " " + count;
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
