package io.iolaus.ingest.source;

import io.iolaus.ingest.fold.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Tells whether two files hold the same lines, whether and however they are compressed.
public final class ContentDigest {

  /// How many characters a digest has.
  public static final int LENGTH = 64;

  private static final int BUFFER = 1 << 16;
  private static final byte[] BROKEN = "broken".getBytes(StandardCharsets.US_ASCII);

  private ContentDigest() {}

  /// SHA-256 of the decompressed bytes, in hexadecimal digits; compressed data that breaks off is
  /// something else than what came before the break.
  public static String of(Path file) throws IOException {
    MessageDigest sha256 = Digests.sha256();
    byte[] buffer = new byte[BUFFER];
    try (Content content = Content.open(Files.newInputStream(file))) {
      for (int read = content.read(buffer, 0, BUFFER);
          read > 0;
          read = content.read(buffer, 0, BUFFER)) {
        sha256.update(buffer, 0, read);
      }
    } catch (BrokenContentException e) {
      sha256.update(buffer, 0, e.read());
      sha256.update(BROKEN);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
