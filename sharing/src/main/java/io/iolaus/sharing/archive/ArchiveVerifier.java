package io.iolaus.sharing.archive;

import io.iolaus.sharing.sign.VerificationKey;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/// Verifies an archive with nothing but the archive.
///
/// The manifest must be signed by the key that it names, each file must have the hash that the
/// manifest gives it, and the whole must be what [ArchiveWriter] makes of these files, byte for
/// byte: a ZIP has room for things that no hash covers. Whether the key is somebody's is for
/// whoever asks to know.
public final class ArchiveVerifier {

  /// Beyond this nobody made it.
  private static final long MAX_MANIFEST = 64L << 20;

  /// What was verified.
  ///
  /// @param key that signed it
  public record Verified(Manifest manifest, VerificationKey key) {}

  /// Why an archive is refused; the message names the place.
  public static final class RefusedException extends Exception {
    RefusedException(String message) {
      super(message);
    }

    RefusedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private ArchiveVerifier() {}

  /// Verifies an archive.
  ///
  /// @throws RefusedException if anything in it is not as it was written
  /// @throws IOException if it cannot be read
  public static Verified verify(Path file) throws IOException, RefusedException {
    try (InputStream readable = Files.newInputStream(file);
        ZipFile zip = new ZipFile(file.toFile())) {
      readable.read();
      return verify(file, zip);
    } catch (ZipException | EOFException e) {
      throw new RefusedException("it is no archive: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("it has a name that cannot be read", e);
    }
  }

  private static Verified verify(Path file, ZipFile zip) throws IOException, RefusedException {
    List<ZipEntry> entries = new ArrayList<>();
    zip.entries().asIterator().forEachRemaining(entries::add);
    byte[] bytes = small(zip, entries, 2, Manifest.NAME);
    String signature =
        new String(small(zip, entries, 1, Manifest.SIGNATURE), StandardCharsets.ISO_8859_1);
    Manifest manifest = manifest(bytes);
    VerificationKey key = key(manifest);
    if (!key.verifies(signature, bytes)) {
      throw new RefusedException("the signature is not that of the key over " + Manifest.NAME);
    }
    requireFiles(zip, entries, manifest);
    requireSame(file, zip, entries);
    return new Verified(manifest, key);
  }

  private static byte[] small(ZipFile zip, List<ZipEntry> entries, int fromEnd, String name)
      throws IOException, RefusedException {
    ZipEntry entry = entries.size() < 2 ? null : entries.get(entries.size() - fromEnd);
    if (entry == null || !entry.getName().equals(name) || entry.getSize() > MAX_MANIFEST) {
      throw new RefusedException("it does not end with " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes((int) MAX_MANIFEST);
    }
  }

  private static Manifest manifest(byte[] bytes) throws RefusedException {
    try {
      Manifest manifest = ArchiveWriter.JSON.readValue(bytes, Manifest.class);
      if (Manifest.FORMAT.equals(manifest.format())) {
        return manifest;
      }
      throw new RefusedException(
          "its format is " + manifest.format() + ", this program knows " + Manifest.FORMAT);
    } catch (JacksonException e) {
      throw new RefusedException(Manifest.NAME + " cannot be read", e);
    }
  }

  private static VerificationKey key(Manifest manifest) throws RefusedException {
    try {
      return VerificationKey.parse(ArchiveWriter.JSON.writeValueAsString(manifest.key()));
    } catch (IllegalArgumentException e) {
      throw new RefusedException("the key in " + Manifest.NAME + " is " + e.getMessage(), e);
    }
  }

  private static void requireFiles(ZipFile zip, List<ZipEntry> entries, Manifest manifest)
      throws IOException, RefusedException {
    int files = entries.size() - 2;
    for (int i = 0; i < Math.max(files, manifest.files().size()); i++) {
      if (i >= files) {
        throw new RefusedException(manifest.files().get(i).name() + " is missing");
      }
      ZipEntry entry = entries.get(i);
      if (i >= manifest.files().size()) {
        throw new RefusedException(entry.getName() + " is not in the manifest");
      }
      ArchiveFile expected = manifest.files().get(i);
      if (!entry.getName().equals(expected.name())) {
        throw new RefusedException("where " + expected.name() + " should be is " + entry.getName());
      }
      ArchiveFile found = ArchiveWriter.described(entry.getName(), () -> zip.getInputStream(entry));
      if (!found.equals(expected)) {
        throw new RefusedException(expected.name() + " is not what was handed over");
      }
    }
  }

  /// Written again it must be the same.
  private static void requireSame(Path file, ZipFile zip, List<ZipEntry> entries)
      throws IOException, RefusedException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Comparing comparing = new Comparing(in);
      try (StoredZip again = new StoredZip(comparing)) {
        for (ZipEntry entry : entries) {
          again.add(entry.getName(), () -> zip.getInputStream(entry));
        }
      }
      if (comparing.different >= 0 || in.read() >= 0) {
        throw new RefusedException(
            "byte %,d is not part of what was signed"
                .formatted(comparing.different >= 0 ? comparing.different : comparing.at));
      }
    }
  }

  /// Compares what is written with what is read.
  private static final class Comparing extends OutputStream {
    private final InputStream expected;
    private long at;
    private long different = -1;

    Comparing(InputStream expected) {
      this.expected = expected;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      byte[] other = expected.readNBytes(length);
      int mismatch = java.util.Arrays.mismatch(bytes, from, from + length, other, 0, other.length);
      if (mismatch >= 0 && different < 0) {
        different = at + mismatch;
      }
      at += length;
    }
  }
}
