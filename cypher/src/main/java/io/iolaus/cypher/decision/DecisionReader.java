package io.iolaus.cypher.decision;

import io.iolaus.core.decision.Decision;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.core.decision.Held;
import io.iolaus.core.decision.Opinions;
import io.iolaus.cypher.decision.DecisionRow.Part;
import io.iolaus.cypher.lineage.Heirs;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.read.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Reads what people decided and where it stands. Decisions are taken by hand and never many: a
/// list looks at all of them. May be shared by threads.
public final class DecisionReader {

  private final GraphReader graph;

  public DecisionReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// The decisions that hold at a moment.
  public Held held(Instant asOf) {
    return Held.of(
        graph.list("queries/decision/all", View.NOW.parameters(), DecisionReader::decision), asOf);
  }

  /// The decisions about whole clusters that hold at a moment, as far as they judge some accounts.
  public static Held judging(GraphReader graph, Collection<String> accounts, Instant asOf) {
    return Held.of(
        graph.list(
            "queries/decision/judging",
            Map.of("ids", List.copyOf(accounts)),
            DecisionReader::decision),
        asOf);
  }

  static Decision decision(Record row) {
    return new Decision(
        row.get("id").asString(),
        kind(row.get("kind").asString()),
        row.get("by").asString(),
        row.get("at").asZonedDateTime().toInstant(),
        Fields.texts(row.get("accounts")),
        Fields.text(row.get("cluster")),
        Fields.texts(row.get("members")),
        row.get("labelled").asInt());
  }

  static DecisionKind kind(String text) {
    return DecisionKind.of(text)
        .orElseThrow(() -> new IllegalStateException("no decision is called " + text));
  }

  /// In which clusters those go on that were merged, as it is now.
  Heirs heirs() {
    return new Heirs(
        graph.list("queries/decision/heirs", Map.of(), r -> r).stream()
            .collect(Collectors.toMap(r -> r.get("id").asString(), r -> r.get("into").asString())));
  }

  /// The graph's own time, `otherwise` in an empty graph.
  public Instant now(Instant otherwise) {
    return graph
        .first(
            "queries/decision/now",
            Map.of(),
            r -> Optional.ofNullable(Fields.instant(r.get("latest"))))
        .flatMap(latest -> latest)
        .orElse(otherwise);
  }

  /// One decision, withdrawn or not; empty where there never was one of that id.
  public Optional<DecisionRow> one(String id) {
    return rows(List.of(id), View.NOW).stream().findFirst();
  }

  /// Those of some decisions that there are, the earliest first.
  public List<DecisionRow> some(List<String> ids) {
    return ids.isEmpty() ? List.of() : rows(ids, View.NOW).reversed();
  }

  /// Decisions, the latest first.
  public Page<DecisionRow> list(DecisionQuery query) {
    return list(query, View.NOW);
  }

  /// Decisions that had been taken by a moment, as known at another, and where they stood then.
  public Page<DecisionRow> list(DecisionQuery query, View view) {
    Heirs heirs = heirs();
    Set<String> clusters = query.cluster() == null ? Set.of() : heirs.family(query.cluster());
    Set<String> named =
        query.account() == null
            ? Set.of()
            : Set.copyOf(
                graph.list(
                    "queries/decision/naming",
                    Map.of("account", query.account()),
                    r -> r.get("id").asString()));
    List<DecisionRow> found =
        rows(null, view).stream()
            .filter(row -> query.kind() == null || row.kind().equals(query.kind().text()))
            .filter(row -> query.by() == null || row.by().equals(query.by()))
            .filter(row -> query.standing() == null || row.standing().equals(query.standing()))
            .filter(row -> query.account() == null || named.contains(row.id()))
            .filter(row ->
                query.cluster() == null
                    || (row.cluster() != null && clusters.contains(row.cluster())))
            .toList();
    List<DecisionRow> page =
        found.stream()
            .filter(row ->
                query.after() == null || row.seq() < ((Double) query.after().value()).longValue())
            .limit(query.limit() + 1L)
            .toList();
    return Page.of(
        page, query.limit(), found.size(), row -> new PageKey((double) row.seq(), row.id()));
  }

  /// Decisions that bear on an account: that name it, or judged a cluster that it was in.
  public List<DecisionRow> onAccount(String account) {
    return some(
        graph.list(
            "queries/decision/about-account",
            Map.of("account", account),
            r -> r.get("id").asString()));
  }

  /// Decisions that bear on a cluster: about it or one that goes on in it, or about accounts that
  /// are in it.
  public List<DecisionRow> onCluster(String cluster) {
    return some(
        graph.list(
            "queries/decision/about-cluster",
            Map.of("ids", List.copyOf(heirs().family(cluster))),
            r -> r.get("id").asString()));
  }

  /// What became of what a decision is about.
  private record Bearing(Set<String> there, long left, List<Part> parts) {}

  private List<DecisionRow> rows(@Nullable List<String> ids, View view) {
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("ids", ids);
    List<Record> rows = graph.list("queries/decision/rows", parameters, r -> r);
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> found = rows.stream().map(r -> r.get("id").asString()).toList();
    Map<String, Bearing> bearings = new HashMap<>();
    graph
        .list("queries/decision/bearing", Map.of("ids", found), r -> r)
        .forEach(r ->
            bearings.put(
                r.get("id").asString(),
                new Bearing(
                    Set.copyOf(Fields.texts(r.get("there"))),
                    r.get("left").asLong(),
                    Fields.list(r.get("parts"), DecisionReader::part))));
    List<Decision> open =
        graph.list("queries/decision/all", view.parameters(), DecisionReader::decision);
    Instant now = Objects.requireNonNullElseGet(view.asOf(), () -> now(Instant.MAX));
    Held held = Held.of(open, now);
    Opinions opinions = opinions(held, found);
    Heirs heirs = heirs();
    Map<String, Decision> byId = new HashMap<>();
    open.forEach(decision -> byId.put(decision.id(), decision));
    List<DecisionRow> result = new ArrayList<>();
    for (Record row : rows) {
      String id = row.get("id").asString();
      Bearing bearing = java.util.Objects.requireNonNull(bearings.get(id));
      result.add(
          row(
              row,
              Standing.of(row, byId.get(id), held, opinions, bearing.there(), bearing.left(), now),
              held,
              heirs,
              bearing));
    }
    return result;
  }

  private Opinions opinions(Held held, List<String> ids) {
    Opinions opinions = new Opinions();
    graph
        .list("queries/decision/verdicts", Map.of("ids", ids), r -> r)
        .forEach(r ->
            opinions.add(
                r.get("account").asString(),
                r.get("by").asString(),
                r.get("verdict").asString(),
                r.get("at").asZonedDateTime().toInstant()));
    opinions.add(held);
    return opinions;
  }

  private static Part part(Value value) {
    return new Part(value.get("id").asString(), value.get("accounts").asLong());
  }

  private static DecisionRow row(
      Record row, Standing standing, Held held, Heirs heirs, Bearing bearing) {
    String cluster = Fields.text(row.get("cluster"));
    return new DecisionRow(
        row.get("id").asString(),
        row.get("seq").asLong(),
        row.get("kind").asString(),
        row.get("by").asString(),
        row.get("reason").asString(),
        row.get("at").asZonedDateTime().toInstant(),
        row.get("recordedAt").asZonedDateTime().toInstant(),
        Fields.texts(row.get("accounts")),
        cluster,
        row.get("members").asInt(),
        row.get("labelled").asInt(),
        standing.text(),
        standing.remark(),
        held.overtaking(row.get("id").asString()).orElse(null),
        cluster == null ? null : heirs.of(cluster),
        bearing.parts(),
        Fields.text(row.get("act")),
        Fields.instant(row.get("withdrawnAt")),
        Fields.text(row.get("withdrawnBy")),
        Fields.text(row.get("withdrawnReason")));
  }
}
