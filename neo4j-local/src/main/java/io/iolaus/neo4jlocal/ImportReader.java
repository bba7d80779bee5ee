package io.iolaus.neo4jlocal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.neo4j.batchimport.api.InputIterator;
import org.neo4j.batchimport.api.input.InputChunk;
import org.neo4j.batchimport.api.input.InputEntityVisitor;

/// Reads files one after the other and hands their frames to the importer's threads, which decode
/// them beside each other.
///
/// A file is frames: four bytes for a length, and so many bytes; see {@link ImportFrame}.
final class ImportReader implements InputIterator {

  private static final int BUFFER = 1 << 18;

  private final Deque<Source> left;
  private DataInputStream in;
  private Source source;

  /// Hands the next entity of a frame on.
  @FunctionalInterface
  interface Entities {
    void next(ImportFrame frame, InputEntityVisitor visitor);
  }

  /// A file and what it holds.
  record Source(Path file, Entities entities) {}

  ImportReader(List<Source> sources) {
    left = new ArrayDeque<>(sources);
  }

  @Override
  public InputChunk newChunk() {
    return new Chunk();
  }

  @Override
  public synchronized boolean next(InputChunk chunk) throws IOException {
    while (true) {
      if (in == null) {
        if (left.isEmpty()) {
          return false;
        }
        source = left.remove();
        in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(source.file), BUFFER));
      }
      byte[] bytes = frame();
      if (bytes != null) {
        ((Chunk) chunk).begin(new ImportFrame(bytes), source.entities);
        return true;
      }
      in.close();
      in = null;
    }
  }

  /// The next frame of the file; null behind the last.
  private byte[] frame() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length =
        (first << 24)
            | (in.readUnsignedByte() << 16)
            | (in.readUnsignedByte() << 8)
            | in.readUnsignedByte();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException(source.file + " is cut short");
    }
    return bytes;
  }

  @Override
  public synchronized void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }

  private static final class Chunk implements InputChunk {

    private ImportFrame frame;
    private Entities entities;

    void begin(ImportFrame next, Entities of) {
      frame = next;
      entities = of;
    }

    @Override
    public boolean next(InputEntityVisitor visitor) throws IOException {
      if (!frame.hasMore()) {
        return false;
      }
      entities.next(frame, visitor);
      visitor.endOfEntity();
      return true;
    }

    @Override
    public void close() {}
  }
}
