package io.iolaus.ingest.write;

import io.iolaus.ingest.journal.EncodedPart;
import java.util.List;

/// Consecutive records of a stream, folded, as one transaction takes them to the graph.
///
/// @param id told apart from every other window: who asks again whether it was written gets a true
///   answer
/// @param batch id of the stream's batch
/// @param source name of the stream, for dead letters
/// @param start the first record
/// @param end behind the last record
/// @param part what the accepted lines say
/// @param deadLetters rejected lines as they are to stand in the dead letters
public record LiveWindow(
    String id,
    String batch,
    String source,
    long start,
    long end,
    EncodedPart part,
    List<String> deadLetters) {

  public LiveWindow {
    deadLetters = List.copyOf(deadLetters);
  }
}
