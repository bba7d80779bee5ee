package io.iolaus.ingest.journal;

import com.github.luben.zstd.ZstdInputStream;
import io.iolaus.ingest.fold.Digests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;

/// Reads a sealed segment: its parts one after the other, then its rejected lines.
public final class SegmentReader implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int DIGEST_BYTES = 32;

  private final CborIn in;
  private final SegmentHeader header;
  private int next;

  private SegmentReader(CborIn in) {
    this.in = in;
    header = SegmentHeader.read(in);
  }

  /// Opens a segment after checking its digest.
  ///
  /// @throws IOException if the file is damaged or cannot be read
  static SegmentReader open(Path file) throws IOException {
    check(file);
    return new SegmentReader(in(file));
  }

  /// Reads what a segment is of, and no more.
  public static SegmentHeader header(Path file) throws IOException {
    try (CborIn in = in(file)) {
      return SegmentHeader.read(in);
    } catch (JacksonException e) {
      throw new IOException(damaged(file), e);
    }
  }

  private static CborIn in(Path file) throws IOException {
    return new CborIn(
        new ZstdInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)));
  }

  private static void check(Path file) throws IOException {
    long left = Files.size(file) - DIGEST_BYTES;
    MessageDigest sha256 = Digests.sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      while (left > 0) {
        int count = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
        if (count == 0) {
          break;
        }
        sha256.update(buffer, 0, count);
        left -= count;
      }
      if (left != 0 || !Arrays.equals(sha256.digest(), in.readAllBytes())) {
        throw new IOException(damaged(file));
      }
    }
  }

  private static String damaged(Path file) {
    return "journal segment " + file + " is damaged: restore it, or the batch must be loaded anew";
  }

  /// What the segment is of.
  public SegmentHeader header() {
    return header;
  }

  /// The next part.
  ///
  /// @throws IllegalStateException if all parts were read
  public EncodedPart nextPart() {
    if (next == header.parts()) {
      throw new IllegalStateException("the segment has " + next + " parts");
    }
    next++;
    return new EncodedPart(in.bytes());
  }

  /// The rejected lines, as they stand in the dead letters, once all parts were read.
  public List<String> deadLetters() {
    if (next != header.parts()) {
      throw new IllegalStateException("read " + next + " of " + header.parts() + " parts");
    }
    List<String> letters = new ArrayList<>();
    in.begin();
    for (int i = in.count(); i > 0; i--) {
      letters.add(in.text());
    }
    in.end();
    return letters;
  }

  @Override
  public void close() {
    in.close();
  }
}
