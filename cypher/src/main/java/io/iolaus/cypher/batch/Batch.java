package io.iolaus.cypher.batch;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One batch as the graph has it: lines of one source, and what became of them.
///
/// @param seq its place in the order in which batches were begun
/// @param complete whether the source was read to its end
/// @param bytes how much of the source is in the graph, decompressed
/// @param baseRead lines that stand before its own and were in the graph already, `baseRejected` of
///   them rejected
/// @param rejections its rejected lines by reason code
/// @param deadLetterBytes how long the file of its dead letters is, but for a broken end
/// @param brokenEnd whether one dead letter more says that the source breaks off
public record Batch(
    String id,
    long seq,
    String source,
    @Nullable Instant recordedAt,
    boolean complete,
    long bytes,
    long baseRead,
    long baseRejected,
    long read,
    long created,
    long updated,
    long unchanged,
    long rejected,
    long exchanges,
    Map<String, Long> rejections,
    long deadLetterBytes,
    boolean brokenEnd) {

  public Batch {
    rejections = Map.copyOf(rejections);
  }
}
