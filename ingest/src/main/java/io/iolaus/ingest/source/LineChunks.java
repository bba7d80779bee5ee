package io.iolaus.ingest.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The chunks of a source, one after the other.
public interface LineChunks {

  /// The next chunk; null at the end of the source.
  @Nullable LineChunk next() throws IOException;

  /// Takes back a chunk that nobody looks at any more: what held its bytes is used again.
  default void recycle(LineChunk chunk) {}

  /// Lets a chunk end at this offset, where a line must end.
  default void stopAt(long end) {}
}
