package io.iolaus.ingest.source;

import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Opens a source behind the longest beginning of it that is in the graph already.
///
/// Beginnings are told by SHA-256 of decompressed bytes: a first look at up to 64 KiB rules out nearly
/// everything, a pass over the source decides about the rest.
public final class SourceOpener {

  private static final int BUFFER = 1 << 18;

  private final List<BatchState> known;
  private final LongConsumer checked;

  /// @param known batches of which something is in the graph
  /// @param checked hears how many stored bytes a pass over a source has read
  public SourceOpener(List<BatchState> known, LongConsumer checked) {
    this.known = List.copyOf(known);
    this.checked = checked;
  }

  /// Opens a file.
  public OpenSource open(Path file) throws IOException {
    Content content = Content.open(Files.newInputStream(file));
    try {
      byte[] head = head(content);
      List<BatchState> alike = alike(head);
      if (alike.isEmpty()) {
        return fromTheStart(content, head);
      }
      content.putBack(head);
      Optional<Match> match = longestMatch(content, alike);
      // Opened anew: the pass may have gone on behind the match.
      content.close();
      content = Content.open(Files.newInputStream(file));
      if (match.isEmpty()) {
        return new OpenSource(content, START, Digests.sha256(), Optional.empty(), head);
      }
      digest(content, match.get().batch.end().prefix().bytes(), Digests.sha256());
      return match.get().open(content, head);
    } catch (IOException | RuntimeException e) {
      content.close();
      throw e;
    }
  }

  /// Opens a stream that can be read once. If it may be known it is kept in a file for the second pass.
  ///
  /// @param spool gives that file
  public OpenSource open(InputStream in, SpoolFile spool) throws IOException {
    RecordingInputStream recording = new RecordingInputStream(in);
    Content content = Content.open(recording);
    byte[] head = head(content);
    if (alike(head).isEmpty()) {
      recording.stop();
      return fromTheStart(content, head);
    }
    Path file = spool.create();
    recording.spoolTo(file);
    return open(file);
  }

  /// Makes a file for a stream that must be read twice.
  @FunctionalInterface
  public interface SpoolFile {
    Path create() throws IOException;
  }

  private static final SourcePosition START =
      new SourcePosition(new Prefix(0, Digests.sha256().digest()), 0);

  private record Match(BatchState batch, MessageDigest digest) {
    OpenSource open(Content content, byte[] head) {
      return new OpenSource(content, batch.end(), digest, Optional.of(batch), head);
    }
  }

  private static OpenSource fromTheStart(Content content, byte[] head) {
    content.putBack(head);
    return new OpenSource(content, START, Digests.sha256(), Optional.empty(), head);
  }

  /// The longest of these beginnings that this source has too.
  private Optional<Match> longestMatch(Content content, List<BatchState> ascending)
      throws IOException {
    MessageDigest digest = Digests.sha256();
    Optional<Match> longest = Optional.empty();
    long passed = 0;
    for (BatchState batch : ascending) {
      long end = batch.end().prefix().bytes();
      passed += digest(content, end - passed, digest);
      if (passed < end) {
        break; // The source ends before.
      }
      if (Arrays.equals(Digests.peek(digest), batch.end().prefix().digest())) {
        longest = Optional.of(new Match(batch, Digests.copy(digest)));
      }
    }
    return longest;
  }

  private long digest(Content content, long length, MessageDigest digest) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    while (done < length) {
      int wanted = (int) Math.min(buffer.length, length - done);
      int read;
      try {
        read = content.read(buffer, 0, wanted);
      } catch (BrokenContentException e) {
        read = e.read();
      }
      digest.update(buffer, 0, read);
      done += read;
      checked.accept(content.storedBytes());
      if (read < wanted) {
        break;
      }
    }
    return done;
  }

  private static byte[] head(Content content) throws IOException {
    byte[] head = new byte[OpenSource.HEAD_BYTES];
    int length;
    try {
      length = content.read(head, 0, head.length);
    } catch (BrokenContentException e) {
      length = e.read();
    }
    return Arrays.copyOf(head, length);
  }

  /// Batches whose source began like this, by how much of them is in the graph.
  private List<BatchState> alike(byte[] head) {
    return known.stream()
        .filter(batch -> batch.head().bytes() > 0 && batch.head().bytes() <= head.length)
        .filter(
            batch ->
                OpenSource.prefix(head, (int) batch.head().bytes()).equals(batch.head()))
        .sorted(Comparator.comparingLong(batch -> batch.end().prefix().bytes()))
        .toList();
  }
}
