package io.iolaus.cypher.cluster;

import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Reads the clusters that stand now (`validTo` is null) and their members. May be shared by
/// threads.
public final class ClusterReader {

  private final GraphReader graph;

  public ClusterReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  public Page<ClusterSummary> list(ClusterQuery query) {
    Map<String, @Nullable Object> parameters =
        paging(query.sort().text(), query.descending(), query.limit(), query.after());
    parameters.put("state", query.state() == null ? null : query.state().text());
    parameters.put("text", query.text() == null ? null : query.text().toLowerCase(Locale.ROOT));
    parameters.put("organization", query.organization());
    return graph.first("queries/cluster-list", parameters, r -> r).stream()
        .map(r -> page(r, query.limit(), ClusterRows::summary))
        .findFirst()
        .orElseGet(() -> new Page<>(List.of(), 0, null));
  }

  /// One cluster with its evidence, empty where there is none of that id now.
  public Optional<ClusterDetail> one(String id) {
    return graph.first(
        "queries/cluster-one",
        Map.of("id", id, "maxEvidence", ClusterDetail.MAX_EVIDENCE),
        ClusterRows::detail);
  }

  /// Who may stand behind one cluster, empty where there is none of that id now.
  public Optional<ClusterAttribution> attribution(String id) {
    return graph.first(
        "queries/cluster-attribution", Map.of("id", id), r -> AttributionRows.attribution(id, r));
  }

  /// What a cluster's pages are cached under: it changes with every run that writes the cluster.
  /// Empty where there is no such cluster now.
  public Optional<ClusterVersion> version(String id) {
    return graph.first(
        "queries/cluster-version",
        Map.of("id", id),
        r -> new ClusterVersion(r.get("version").asString(), r.get("settled").asBoolean()));
  }

  /// The members of one cluster, empty where there is no such cluster now.
  public Optional<Page<Member>> members(String id, MemberQuery query) {
    Map<String, @Nullable Object> parameters =
        paging(query.sort().text(), query.descending(), query.limit(), query.after());
    parameters.put("id", id);
    parameters.put("state", query.state() == null ? null : query.state().text());
    return graph.first(
        "queries/cluster-members", parameters, r -> page(r, query.limit(), ClusterRows::member));
  }

  /// Hands over every cluster, in byte order of the ids.
  public void allClusters(Consumer<ClusterSummary> consumer) {
    graph.each(
        "queries/cluster-all", Map.of(), r -> consumer.accept(ClusterRows.summary(r.get("row"))));
  }

  /// Hands over each account that is in a cluster once, with its best one, in byte order of the
  /// accounts.
  public void allMembers(Consumer<MemberLine> consumer) {
    graph.each(
        "queries/member-all",
        Map.of(),
        r ->
            consumer.accept(
                new MemberLine(
                    r.get("account").asString(),
                    r.get("cluster").asString(),
                    ClusterState.of(r.get("state").asString()),
                    Fields.numberOrZero(r.get("membership")),
                    Fields.texts(r.get("facets")))));
  }

  /// Reads one row more than asked for, which tells whether there is a next page.
  private static Map<String, @Nullable Object> paging(
      String sort, boolean descending, int limit, @Nullable PageKey after) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("sort", sort);
    parameters.put("descending", descending);
    parameters.put("limit", limit + 1);
    parameters.put("afterKey", after == null ? null : after.value());
    parameters.put("afterId", after == null ? null : after.id());
    return parameters;
  }

  private static <T> Page<T> page(
      Record record, int limit, java.util.function.Function<Value, T> row) {
    List<Value> read = record.get("rows").asList(v -> v);
    Page<Value> page =
        Page.of(
            read,
            limit,
            record.get("total").asLong(),
            v -> new PageKey(v.get("key").asObject(), v.get("id").asString()));
    return new Page<>(page.items().stream().map(row).toList(), page.total(), page.next());
  }
}
