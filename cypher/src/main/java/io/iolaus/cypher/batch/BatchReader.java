package io.iolaus.cypher.batch;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.flag;
import static io.iolaus.cypher.read.Fields.instant;
import static io.iolaus.cypher.read.Fields.text;
import static io.iolaus.cypher.read.Fields.texts;

import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/// Reads what was loaded. May be shared by threads.
public final class BatchReader {

  private final GraphReader graph;

  public BatchReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// All batches, in the order of their numbers.
  public List<LoadedBatch> loaded() {
    return graph.list(
        "queries/history/batches",
        Map.of(),
        row ->
            new LoadedBatch(
                row.get("id").asString(),
                row.get("source").asString(),
                row.get("segments").asInt(),
                row.get("topic").asBoolean()));
  }

  /// One page of the batches, the latest first.
  ///
  /// @param delivered only those that came over HTTP
  public Page<Batch> page(boolean delivered, int limit, @Nullable PageKey after) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("limit", limit + 1);
    parameters.put("afterKey", after == null ? null : after.value());
    parameters.put("delivered", delivered);
    return graph
        .first(
            "queries/batch-page",
            parameters,
            r ->
                Page.of(
                    r.get("rows").asList(BatchReader::batch),
                    limit,
                    r.get("total").asLong(),
                    batch -> new PageKey((double) batch.seq(), batch.id())))
        .orElseThrow();
  }

  /// The batch with this id.
  public Optional<Batch> one(String id) {
    return some(List.of(id)).stream().findFirst();
  }

  /// Those of these that are in the graph.
  public List<Batch> some(Collection<String> ids) {
    return graph.list(
        "queries/batch-some", Map.of("ids", List.copyOf(ids)), r -> batch(r.get("row")));
  }

  private static Batch batch(Value v) {
    String tail = text(v.get("tailReason"));
    return new Batch(
        v.get("id").asString(),
        count(v.get("seq")),
        v.get("source").asString(),
        instant(v.get("recordedAt")),
        flag(v.get("complete")),
        count(v.get("bytes")),
        count(v.get("baseRead")),
        count(v.get("baseRejected")),
        count(v.get("read")),
        count(v.get("created")),
        count(v.get("updated")),
        count(v.get("unchanged")),
        count(v.get("rejected")),
        count(v.get("exchanges")),
        rejections(v, tail == null ? "" : tail),
        count(v.get("deadLetterBytes")),
        count(v.get("tailBytes")) > 0);
  }

  private static Map<String, Long> rejections(Value v, String tail) {
    Map<String, Long> rejections = new HashMap<>();
    List<String> codes = texts(v.get("rejectionCodes"));
    List<Long> counts = Fields.list(v.get("rejectionCounts"), Value::asLong);
    for (int i = 0; i < codes.size(); i++) {
      rejections.put(codes.get(i), counts.get(i));
    }
    if (!tail.isEmpty()) {
      rejections.merge(tail, 1L, Long::sum);
    }
    return rejections;
  }
}
