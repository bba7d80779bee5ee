package io.iolaus.ingest.source;

import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SourcePosition;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// A source opened where loading has to begin.
///
/// @param format how it is cut into lines
/// @param content what follows `start`
/// @param start behind what is in the graph already
/// @param digest over all bytes before `start`
/// @param batch the batch that ends at `start`: what follows goes to it
/// @param recognised what another load of the lines before `start` comes to
/// @param head up to {@link #HEAD_BYTES} from the beginning of the source
public record OpenSource(
    LineFormat format,
    Content content,
    SourcePosition start,
    MessageDigest digest,
    Optional<BatchState> batch,
    LineCounts recognised,
    byte[] head)
    implements AutoCloseable {

  /// How many bytes at most a source is first recognised by.
  public static final int HEAD_BYTES = 1 << 16;

  /// The same, with a batch of its own in place of one that is to be avoided.
  public OpenSource avoiding(Set<String> batches) {
    boolean avoided = batch.filter(state -> batches.contains(state.id())).isPresent();
    return avoided
        ? new OpenSource(format, content, start, digest, Optional.empty(), recognised, head)
        : this;
  }

  /// The same, going on with this batch.
  public OpenSource continuing(BatchState state) {
    return new OpenSource(format, content, start, digest, Optional.of(state), recognised, head);
  }

  /// Whether some of it belongs to a batch that is known.
  public boolean isPartlyKnown() {
    return batch.isPresent() || start.prefix().bytes() > 0;
  }

  /// Whether nothing follows where it was opened; takes a byte if something does.
  public boolean hasNoMore() throws IOException {
    return content.read(new byte[1], 0, 1) == 0;
  }

  /// By what a batch that ends here can be recognised.
  public Prefix headUpTo(SourcePosition end) {
    int length = (int) Math.min(head.length, end.prefix().bytes());
    return prefix(format, head, length);
  }

  /// A short name for sources that begin like this one.
  public String headName() {
    return HexFormat.of().formatHex(prefix(format, head, head.length).digest(), 0, 6);
  }

  static Prefix prefix(LineFormat format, byte[] bytes, int length) {
    MessageDigest digest = format.digest();
    digest.update(bytes, 0, length);
    return new Prefix(length, digest.digest());
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
