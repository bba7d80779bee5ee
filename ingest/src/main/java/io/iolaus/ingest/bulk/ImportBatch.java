package io.iolaus.ingest.bulk;

import static io.iolaus.ingest.bulk.ImportTransaction.text;
import static io.iolaus.ingest.bulk.ImportTransaction.value;

import io.iolaus.cypher.write.GraphRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the statements about batches do to a graph that was empty at first.
final class ImportBatch {

  private static final String BATCH = "Batch";

  private ImportBatch() {}

  static List<GraphRow> run(SmallNodes small, String statement, Map<String, ?> parameters) {
    return switch (statement) {
      case "batch-open" -> open(small, parameters);
      case "batch-cut" -> {
        small.set(BATCH, text(parameters, "id"), (Map<?, ?>) value(parameters, "cut"));
        yield cut(small, text(parameters, "id"));
      }
      case "batch-lock" -> List.of(small.row(BATCH, text(parameters, "id")));
      case "batch-rejections" -> rejections(small.row(BATCH, text(parameters, "id")));
      case "batch-advance" -> {
        small.set(BATCH, text(parameters, "id"), (Map<?, ?>) value(parameters, "properties"));
        yield List.of();
      }
      default -> throw new IllegalStateException("a first load does not know " + statement);
    };
  }

  private static List<GraphRow> open(SmallNodes small, Map<String, ?> parameters) {
    String id = text(parameters, "id");
    if (!small.has(BATCH, id)) {
      Map<String, Object> batch = new HashMap<>();
      for (String count :
          List.of(
              "bytes",
              "newlines",
              "headBytes",
              "segments",
              "baseRead",
              "baseRejected",
              "read",
              "applied",
              "created",
              "updated",
              "unchanged",
              "rejected",
              "exchanges",
              "tailBytes",
              "deadLetterBytes")) {
        batch.put(count, 0L);
      }
      batch.put("seq", small.count("Sequence", "batch", "value", 1));
      batch.put("source", text(parameters, "source"));
      batch.put("recordedAt", value(parameters, "recordedAt"));
      batch.put("digest", text(parameters, "empty"));
      batch.put("headDigest", text(parameters, "empty"));
      batch.put("complete", false);
      small.merge(BATCH, id, batch);
    }
    return List.of(small.row(BATCH, id));
  }

  private static List<GraphRow> rejections(GraphRow batch) {
    return List.of(
        GraphRow.of(
            Map.of(
                "codes", batch.texts("rejectionCodes"),
                "counts", batch.numbers("rejectionCounts"))));
  }

  /// Nobody else has cut it.
  private static List<GraphRow> cut(SmallNodes small, String id) {
    Map<String, Object> batch = small.merge(BATCH, id, Map.of());
    return List.of(
        GraphRow.of(
            Map.of(
                "segment", value(batch, "cutSegment"),
                "end", value(batch, "cutEnd"),
                "digest", value(batch, "cutDigest"),
                "parts", value(batch, "cutParts"),
                "partBytes", value(batch, "cutPartBytes"))));
  }
}
