package io.iolaus.ingest.source;

import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.KnownPoint;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.KnownBeginnings.Beginning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/// Opens a source behind the longest beginning of it that is in the graph already.
///
/// Beginnings are told by SHA-256 of decompressed bytes: a first look at up to 64 KiB rules out
/// nearly everything, a pass over the source decides about the rest.
public final class SourceOpener {

  private static final int BUFFER = 1 << 18;

  private final KnownBeginnings known;
  private final LineFormat format;
  private final LongConsumer checked;

  /// @param known batches of which something is in the graph
  /// @param goesOn whether what follows the end of a batch may go to it; else it begins another
  /// @param format of the sources
  /// @param checked hears how many stored bytes a pass over a source has read
  public SourceOpener(
      List<BatchState> known,
      Predicate<BatchState> goesOn,
      LineFormat format,
      LongConsumer checked) {
    this.known = new KnownBeginnings(known, goesOn);
    this.format = format;
    this.checked = checked;
  }

  /// Opens a file.
  public OpenSource open(Path file) throws IOException {
    Content content = Content.open(Files.newInputStream(file));
    try {
      byte[] head = content.head(OpenSource.HEAD_BYTES);
      List<Beginning> beginnings = known.of(head, format);
      if (beginnings.isEmpty()) {
        return fromTheStart(content, head);
      }
      content.putBack(head);
      Optional<Match> match = longestMatch(content, beginnings);
      // Opened anew: the pass may have gone on behind the match.
      content.close();
      content = Content.open(Files.newInputStream(file));
      if (match.isEmpty()) {
        return opened(content, head);
      }
      MessageDigest again = format.digest();
      digest(content, match.get().beginning.bytes(), again);
      if (!Arrays.equals(again.digest(), Digests.peek(match.get().digest))) {
        throw new IOException(file + " changed while it was read: run ingest again");
      }
      return match.get().open(format, content, head);
    } catch (IOException | RuntimeException e) {
      content.close();
      throw e;
    }
  }

  /// Opens a stream that can be read once. If it may be known it is kept in a file for the second
  /// pass.
  ///
  /// @param spool gives that file
  public OpenSource open(InputStream in, SpoolFile spool) throws IOException {
    RecordingInputStream recording = new RecordingInputStream(in);
    Content content = Content.open(recording);
    byte[] head = content.head(OpenSource.HEAD_BYTES);
    if (known.of(head, format).isEmpty()) {
      recording.stop();
      return fromTheStart(content, head);
    }
    Path file = spool.create();
    recording.spoolTo(file);
    OpenSource opened = open(file);
    deleteOpen(file);
    return opened;
  }

  private static void deleteOpen(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      // A system that keeps open files lets the journal clear it away when it is next opened.
    }
  }

  /// Makes a file for a stream that must be read twice.
  @FunctionalInterface
  public interface SpoolFile {
    Path create() throws IOException;
  }

  private static final SourcePosition START =
      new SourcePosition(new Prefix(0, Digests.sha256().digest()), 0);

  private record Match(Beginning beginning, MessageDigest digest) {
    OpenSource open(LineFormat format, Content content, byte[] head) {
      KnownPoint point = beginning.point();
      // What follows an earlier end of a batch is another way to go on: a batch of its own.
      Optional<BatchState> batch =
          beginning.current() ? Optional.of(beginning.batch()) : Optional.empty();
      return new OpenSource(format, content, point.end(), digest, batch, point.repeated(), head);
    }
  }

  private OpenSource fromTheStart(Content content, byte[] head) {
    content.putBack(head);
    return opened(content, head);
  }

  private OpenSource opened(Content content, byte[] head) {
    return new OpenSource(
        format, content, START, format.digest(), Optional.empty(), LineCounts.NONE, head);
  }

  /// The longest of these beginnings that this source has too.
  private Optional<Match> longestMatch(Content content, List<Beginning> ascending)
      throws IOException {
    MessageDigest digest = format.digest();
    Optional<Match> longest = Optional.empty();
    long passed = 0;
    for (Beginning beginning : ascending) {
      passed += digest(content, beginning.bytes() - passed, digest);
      if (passed < beginning.bytes()) {
        break; // The source ends before.
      }
      if (Arrays.equals(Digests.peek(digest), beginning.point().end().prefix().digest())) {
        longest = Optional.of(new Match(beginning, Digests.copy(digest)));
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
}
