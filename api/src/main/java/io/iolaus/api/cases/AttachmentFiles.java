package io.iolaus.api.cases;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.PrivateFiles;
import io.iolaus.ingest.journal.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The bytes of attachments, in files of the home that are called by their SHA-256:
/// `attachments/ab/abcd…`. The same bytes are one file, however often they are attached.
///
/// Bytes come in as `ID.part`, are flushed, and get their name then: whoever is killed leaves a
/// part, never half of an attachment. [#place] and [#delete] are for who holds the lock of
/// attachments in the graph: it alone knows which bytes are needed.
@Component
final class AttachmentFiles {

  private static final String PART = ".part";

  /// Longer than any upload takes.
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path folder;

  AttachmentFiles(Home home) {
    this.folder = home.attachments();
  }

  /// Bytes that came in whole. Closing it deletes the part; what was placed stays.
  record Incoming(Path part, String sha256, long bytes) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// What came was more than may come.
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// Where bytes came from broke off.
  static final class BrokenException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenException(IOException cause) {
      super(cause);
    }
  }

  /// Takes bytes in.
  ///
  /// @throws TooLargeException if there are more than so many
  /// @throws BrokenException if they end before their end
  Incoming receive(InputStream in, long most) throws IOException {
    Path part = part();
    boolean whole = false;
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      MessageDigest digest = sha256();
      long bytes = copy(in, Channels.newOutputStream(channel), digest, most);
      channel.force(true);
      whole = true;
      return new Incoming(part, HexFormat.of().formatHex(digest.digest()), bytes);
    } finally {
      if (!whole) {
        Files.deleteIfExists(part);
      }
    }
  }

  /// An empty file for bytes that are on their way. Whoever leaves it behind leaves it for a day.
  Path part() throws IOException {
    PrivateFiles.createDirectories(folder);
    Path part = folder.resolve(UUID.randomUUID() + PART);
    PrivateFiles.create(part);
    return part;
  }

  private static long copy(InputStream in, OutputStream out, MessageDigest digest, long most)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    while (true) {
      int read;
      try {
        read = in.read(buffer);
      } catch (IOException e) {
        throw new BrokenException(e);
      }
      if (read < 0) {
        return bytes;
      }
      bytes += read;
      if (bytes > most) {
        throw new TooLargeException();
      }
      digest.update(buffer, 0, read);
      out.write(buffer, 0, read);
    }
  }

  /// Gives bytes their name, so that they outlive a crash of the machine; does nothing where they
  /// have it.
  void place(Incoming incoming) {
    try {
      Path file = file(incoming.sha256());
      Path parent = folder.resolve(incoming.sha256().substring(0, 2));
      PrivateFiles.createDirectories(parent);
      try {
        Files.createLink(file, incoming.part());
      } catch (FileAlreadyExistsException e) {
        if (!matches(incoming.sha256())) {
          // What lay there was damaged by somebody else.
          Files.delete(file);
          Files.createLink(file, incoming.part());
        }
      }
      Folders.force(parent);
      Folders.force(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether this home has the bytes.
  boolean has(String sha256) {
    return Files.isRegularFile(file(sha256));
  }

  /// Whether they are what they are called by.
  boolean matches(String sha256) throws IOException {
    return HexFormat.of().formatHex(digest(file(sha256))).equals(sha256);
  }

  /// SHA-256 of what a file holds.
  byte[] digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.digest();
  }

  void write(String sha256, OutputStream out) throws IOException {
    Files.copy(file(sha256), out);
  }

  void delete(String sha256) {
    try {
      Files.deleteIfExists(file(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes parts of uploads that nobody goes on with.
  void deleteAbandoned(Instant now) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(PART)).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// Where bytes lie, or would lie, in this home.
  Path file(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
