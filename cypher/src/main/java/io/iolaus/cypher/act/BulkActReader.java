package io.iolaus.cypher.act;

import io.iolaus.core.act.CollateralForecast;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import tools.jackson.databind.json.JsonMapper;

/// Reads bulk acts. They are proposed by hand and never many. May be shared by threads.
public final class BulkActReader {

  static final JsonMapper JSON = JsonMapper.shared();

  private final GraphReader graph;

  public BulkActReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// Acts, the latest first.
  ///
  /// @param state those in it alone; null for all
  public Page<BulkActRow> list(@Nullable String state, int limit, @Nullable PageKey after) {
    List<BulkActRow> all =
        rows(null).stream().filter(act -> state == null || act.state().equals(state)).toList();
    List<BulkActRow> page =
        all.stream()
            .filter(act -> after == null || act.seq() < ((Double) after.value()).longValue())
            .limit(limit + 1L)
            .toList();
    return Page.of(page, limit, all.size(), act -> new PageKey((double) act.seq(), act.id()));
  }

  /// One act.
  public Optional<BulkActRow> one(String id) {
    return rows(List.of(id)).stream().findFirst();
  }

  /// The accounts that an act is about, in byte order; empty where there is no such act.
  public Optional<Page<String>> accounts(String id, int limit, @Nullable PageKey after) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("id", id);
    parameters.put("limit", limit + 1);
    parameters.put("afterKey", after == null ? null : after.id());
    return graph.first(
        "queries/act/set",
        parameters,
        r ->
            Page.of(
                Fields.list(r.get("rows"), row -> row.get("id").asString()),
                limit,
                r.get("total").asLong(),
                account -> new PageKey(account, account)));
  }

  /// Acts that are to be carried out, the earlier first.
  public List<String> open() {
    return graph.list("queries/act/open", Map.of(), r -> r.get("id").asString());
  }

  private List<BulkActRow> rows(@Nullable List<String> ids) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("ids", ids);
    return graph.list("queries/act/rows", parameters, BulkActReader::row);
  }

  private static BulkActRow row(Record record) {
    Value act = record.get("act");
    return new BulkActRow(
        act.get("id").asString(),
        act.get("seq").asLong(),
        act.get("version").asLong(),
        act.get("kind").asString(),
        act.get("by").asString(),
        act.get("reason").asString(),
        act.get("state").asString(),
        Fields.text(act.get("cluster")),
        act.get("choice").asString(),
        record.get("accounts").asLong(),
        act.get("hash").asString(),
        act.get("secondPerson").asBoolean(),
        JSON.readValue(act.get("forecast").asString(), CollateralForecast.class),
        act.get("decided").asLong(),
        act.get("proposedAt").asZonedDateTime().toInstant(),
        Fields.instant(act.get("at")),
        Fields.text(act.get("approvedBy")),
        Fields.instant(act.get("approvedAt")),
        Fields.text(act.get("endedBy")),
        Fields.instant(act.get("endedAt")),
        Fields.text(act.get("undoneBy")),
        Fields.instant(act.get("undoneAt")),
        Fields.text(act.get("undoneReason")),
        Fields.text(act.get("failure")));
  }
}
