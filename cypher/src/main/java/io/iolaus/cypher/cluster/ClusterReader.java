package io.iolaus.cypher.cluster;

import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.read.PastFacts;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Suppressed;
import java.time.Instant;
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

/// Reads the clusters that stand now (`validTo` is null) and their members, and those of any moment
/// ([View]). May be shared by threads.
public final class ClusterReader {

  /// What accounts say of themselves that is shown of members.
  private static final List<String> STATED = List.of("status", "emailDomain");

  private final GraphReader graph;
  private final PastClusters past;

  public ClusterReader(Driver driver) {
    this.graph = new GraphReader(driver);
    this.past = new PastClusters(graph);
  }

  /// The clusters there were.
  public Page<ClusterSummary> list(ClusterQuery query, View view) {
    return view.isNow() ? list(query) : past.list(query, view);
  }

  /// One cluster as it was, empty where there was none of that id.
  public Optional<ClusterDetail> one(String id, View view) {
    return view.isNow() ? one(id) : past.detail(id, view);
  }

  /// Who may have stood behind one cluster, empty where there was none of that id.
  public Optional<ClusterAttribution> attribution(String id, View view) {
    return view.isNow() ? attribution(id) : past.attribution(id, view);
  }

  /// The members that one cluster had, empty where there was no such cluster.
  public Optional<Page<Member>> members(String id, MemberQuery query, View view) {
    return view.isNow()
        ? members(id, query)
        : past.members(
            id,
            memberParameters(id, query),
            r ->
                page(r, query.limit(), v -> ClusterRows.member(PastFacts.applied(v, STATED, view))),
            view);
  }

  /// The state that a cluster had, empty where there was none of that id.
  public Optional<ClusterState> state(String id, View view) {
    return past.state(id, view).map(ClusterState::of);
  }

  /// Since when a cluster stood by the graph's own time: the moment of the run that first found it;
  /// empty where there was none of that id.
  public Optional<Instant> standingSince(String id, View view) {
    return past.standingSince(id, view);
  }

  /// Hands over every cluster there was, in byte order of the ids.
  ///
  /// @param hidden what is left out
  public void allClusters(Suppressed hidden, View view, Consumer<ClusterSummary> consumer) {
    if (view.isNow()) {
      allClusters(hidden, consumer);
    } else {
      past.allClusters(hidden, view, consumer);
    }
  }

  /// Hands over each account that was in a cluster once, with its best one, in byte order of the
  /// accounts.
  ///
  /// @param hidden what is left out
  public void allMembers(Suppressed hidden, View view, Consumer<MemberLine> consumer) {
    if (view.isNow()) {
      allMembers(hidden, consumer);
    } else {
      past.allMembers(hidden, view, r -> consumer.accept(line(r)));
    }
  }

  public Page<ClusterSummary> list(ClusterQuery query) {
    Map<String, @Nullable Object> parameters =
        paging(query.sort().text(), query.descending(), query.limit(), query.after());
    parameters.put("state", query.state() == null ? null : query.state().text());
    parameters.put("text", query.text() == null ? null : query.text().toLowerCase(Locale.ROOT));
    parameters.put("organization", query.organization());
    parameters.put("hidden", List.copyOf(query.hidden().clusters()));
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
    return graph.first(
        "queries/cluster-members",
        memberParameters(id, query),
        r -> page(r, query.limit(), ClusterRows::member));
  }

  private static Map<String, @Nullable Object> memberParameters(String id, MemberQuery query) {
    Map<String, @Nullable Object> parameters =
        paging(query.sort().text(), query.descending(), query.limit(), query.after());
    parameters.put("id", id);
    parameters.put("hidden", List.copyOf(query.hidden().accounts()));
    parameters.put("state", query.state() == null ? null : query.state().text());
    return parameters;
  }

  /// Hands over every cluster, hidden ones as well, in byte order of the ids.
  public void allClusters(Consumer<ClusterSummary> consumer) {
    allClusters(Suppressed.NONE, consumer);
  }

  /// Hands over every cluster that is not hidden, in byte order of the ids.
  public void allClusters(Suppressed hidden, Consumer<ClusterSummary> consumer) {
    graph.each(
        "queries/cluster-all",
        Map.of("hidden", List.copyOf(hidden.clusters())),
        r -> consumer.accept(ClusterRows.summary(r.get("row"))));
  }

  /// Hands over each account that is in a cluster once, with its best one, in byte order of the
  /// accounts; hidden ones as well.
  public void allMembers(Consumer<MemberLine> consumer) {
    allMembers(Suppressed.NONE, consumer);
  }

  /// The same without accounts that are hidden, or in hidden clusters alone.
  public void allMembers(Suppressed hidden, Consumer<MemberLine> consumer) {
    graph.each(
        "queries/member-all",
        Map.of(
            "hidden", List.copyOf(hidden.clusters()),
            "hiddenAccounts", List.copyOf(hidden.accounts())),
        r -> consumer.accept(line(r)));
  }

  private static MemberLine line(Record r) {
    return new MemberLine(
        r.get("account").asString(),
        r.get("cluster").asString(),
        ClusterState.of(r.get("state").asString()),
        Fields.numberOrZero(r.get("membership")),
        Fields.texts(r.get("facets")));
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
