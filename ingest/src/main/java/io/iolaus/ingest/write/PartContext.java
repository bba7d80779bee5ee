package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphTransaction;
import java.util.ArrayList;
import java.util.List;

/// What the writers of one part share within its transaction.
///
/// @param transaction the transaction
/// @param recording what is written, and when it was recorded
/// @param source name of the source, for dead letters
/// @param tally what became of the lines
/// @param deadLetters lines that turned out to be in conflict
public record PartContext(
    GraphTransaction transaction,
    Recording recording,
    String source,
    LineTally tally,
    List<String> deadLetters) {

  public PartContext(GraphTransaction transaction, Recording recording, String source) {
    this(transaction, recording, source, new LineTally(), new ArrayList<>());
  }
}
