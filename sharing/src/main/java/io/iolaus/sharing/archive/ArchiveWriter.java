package io.iolaus.sharing.archive;

import io.iolaus.sharing.sign.SigningKey;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Writes an archive: files, a manifest with the hash of each, and a signature over the manifest.
/// What was not sealed is no archive. For one thread.
public final class ArchiveWriter implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

  private final StoredZip zip;
  private final List<ArchiveFile> files = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /// @param file which is written anew
  public ArchiveWriter(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    zip = new StoredZip(new BufferedOutputStream(out, 1 << 16));
  }

  /// Whether a file of an archive can be called that: letters, digits, `._-`, with slashes between
  /// folders, at most 255 characters.
  public static boolean isName(String name) {
    return name.length() <= 255
        && NAME.matcher(name).matches()
        && !name.equals(Manifest.NAME)
        && !name.equals(Manifest.SIGNATURE);
  }

  /// Adds bytes.
  ///
  /// @throws IllegalArgumentException for a name that is taken, or none
  public void add(String name, byte[] bytes) throws IOException {
    add(name, () -> new ByteArrayInputStream(bytes));
  }

  /// Adds what a file holds; it is read three times and must not change meanwhile.
  ///
  /// @throws IllegalArgumentException for a name that is taken, or none
  public void add(String name, Path content) throws IOException {
    add(name, () -> Files.newInputStream(content));
  }

  private void add(String name, StoredZip.Content content) throws IOException {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name for a file of an archive: " + name);
    }
    if (!names.add(name)) {
      throw new IllegalArgumentException("the archive has a file " + name + " already");
    }
    files.add(described(name, content));
    zip.add(name, content);
  }

  /// Ends the archive.
  ///
  /// @param about what it is about: texts, numbers, lists and maps of them, in this order
  public void seal(Map<String, Object> about, SigningKey key) throws IOException {
    Manifest manifest = new Manifest(Manifest.FORMAT, about, key.verification().members(), files);
    byte[] bytes = JSON.writeValueAsBytes(manifest);
    zip.add(Manifest.NAME, () -> new ByteArrayInputStream(bytes));
    byte[] signature = key.sign(bytes).getBytes(StandardCharsets.US_ASCII);
    zip.add(Manifest.SIGNATURE, () -> new ByteArrayInputStream(signature));
  }

  static ArchiveFile described(String name, StoredZip.Content content) throws IOException {
    MessageDigest digest = sha256();
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = content.open()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
      }
    }
    return new ArchiveFile(name, size, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
