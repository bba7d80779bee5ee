package io.iolaus.cypher.detect;

import java.util.Map;

/// How much of what was loaded was in the graph at a moment: what a later run asks from.
///
/// @param segments of each batch, by its sequence number; windows of a stream count as segments
/// @param replaced how often batches were replaced
/// @param replacing whether one was being replaced
/// @param relinked how often addresses came to be in other networks than they had been in
/// @param renewed how often references of identifiers were renewed
/// @param store when the store was made that all this is in
public record Intake(
    Map<Long, Long> segments,
    long replaced,
    boolean replacing,
    long relinked,
    long renewed,
    String store) {

  public Intake {
    segments = Map.copyOf(segments);
  }

  /// Whether all that came to the graph since an earlier moment can be told account by account.
  boolean tellsSince(Intake before) {
    return !before.segments.isEmpty()
        && !replacing
        && !before.replacing
        && replaced == before.replaced
        && relinked == before.relinked
        && renewed == before.renewed
        && store.equals(before.store)
        && before.segments.entrySet().stream()
            .allMatch(batch -> segments.getOrDefault(batch.getKey(), -1L) >= batch.getValue());
  }
}
