package io.iolaus.ingest.replace;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import java.util.List;
import java.util.Map;

/// What the graph says of replacements and of who else is writing; read under the lock that
/// everyone takes to begin a segment.
///
/// @param replacing the batch that is being replaced, empty where none is
/// @param token whose replacement that is
/// @param last the last one that was done
/// @param open batches of which a segment is being written
/// @param topics batches of topics
record ReplacementState(
    String replacing, String token, String last, List<String> open, List<String> topics) {

  static ReplacementState lock(GraphTransaction transaction) {
    GraphRow row = transaction.run("replace/state", Map.of()).getFirst();
    return new ReplacementState(
        row.optionalText("replacing").orElse(""),
        row.optionalText("token").orElse(""),
        row.optionalText("last").orElse(""),
        row.texts("open"),
        row.texts("topics"));
  }

  /// Why nothing may be replaced now; empty where nothing stands against it.
  String obstacle() {
    if (!replacing.isEmpty()) {
      return "batch "
          + replacing
          + " is being replaced from another home: wait until that is done, or run any ingest there,"
          + " which finishes it";
    }
    if (!open.isEmpty()) {
      return "another worker is loading "
          + String.join(", ", open)
          + ": wait until it is done; if it died, load that source again first";
    }
    if (!topics.isEmpty()) {
      return "the graph also holds what came from topics ("
          + String.join(", ", topics)
          + "), of which no journal is kept, so that it cannot be told what would be left of a batch:"
          + " load into another database without the topic, or correct what is wrong by later lines";
    }
    return "";
  }
}
