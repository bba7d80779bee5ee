package io.iolaus.cypher.cluster;

import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.cypher.cluster.ClusterDetail.TimelineDay;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Suppressed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/// Reads clusters as of a moment in the world and as known at another.
///
/// Whether there was a cluster, its state, its scores and who may stand behind it is the judgement
/// of the run that was the latest at `knownAt`. Who was in it, what tied it and how much it did is
/// that of `asOf`, by what was known at `knownAt`: a member is there from the first day on which it
/// showed something that ties the cluster, a tie from the day on which a second member showed it.
/// Counts by day are those of today for days that were known. What a run says of resellers is not
/// kept.
final class PastClusters {

  private final GraphReader graph;

  PastClusters(GraphReader graph) {
    this.graph = graph;
  }

  /// A cluster as a run judged it.
  private record Standing(
      String id, String state, Map<String, @Nullable Object> row, Object windowFrom, Value run) {
    static Standing of(Record record) {
      return new Standing(
          record.get("id").asString(),
          record.get("state").asString(),
          new HashMap<>(record.get("row").asMap()),
          record.get("windowFrom"),
          record.get("run"));
    }

    Map<String, Object> key() {
      return Map.of("id", id, "state", state, "windowFrom", windowFrom);
    }

    Value value() {
      return Values.value(row);
    }
  }

  private List<Standing> standing(@Nullable String id, View view) {
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("id", id);
    return graph.list("queries/history/standing", parameters, Standing::of);
  }

  /// The clusters with their figures, those left out that had fewer than two members.
  private List<Standing> withFigures(List<Standing> standing, View view) {
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("rows", standing.stream().map(Standing::key).toList());
    Map<String, Record> figures = new HashMap<>();
    graph
        .list("queries/history/figures", parameters, r -> r)
        .forEach(r -> figures.put(r.get("id").asString(), r));
    List<Standing> found = new ArrayList<>();
    for (Standing one : standing) {
      Record of = figures.get(one.id());
      if (of != null && of.get("members").asLong() >= 2) {
        for (String name :
            List.of("accounts", "reviewAccounts", "exchanges", "firstSeen", "lastSeen")) {
          one.row().put(name, of.get(name).asObject());
        }
        found.add(one);
      }
    }
    return found;
  }

  private Optional<Standing> one(String id, View view) {
    return withFigures(standing(id, view), view).stream().findFirst();
  }

  Page<ClusterSummary> list(ClusterQuery query, View view) {
    List<ClusterSummary> all =
        withFigures(standing(null, view), view).stream()
            .map(one -> ClusterRows.summary(one.value()))
            .filter(cluster -> matches(cluster, query))
            .sorted(order(query))
            .toList();
    PageKey after = query.after();
    List<ClusterSummary> rest =
        all.stream()
            .filter(cluster -> after == null || behind(cluster, query, after))
            .limit(query.limit() + 1L)
            .toList();
    return Page.of(
        rest, query.limit(), all.size(), c -> new PageKey(sortValue(c, query.sort()), c.id()));
  }

  private static boolean matches(ClusterSummary cluster, ClusterQuery query) {
    NamedOrganization named = cluster.organization();
    String text = query.text() == null ? null : query.text().toLowerCase(Locale.ROOT);
    return !query.hidden().clusters().contains(cluster.id())
        && (query.state() == null || cluster.state() == query.state())
        && (query.organization() == null
            || (named != null && named.id().equals(query.organization())))
        && (text == null
            || cluster.id().toLowerCase(Locale.ROOT).contains(text)
            || (named != null && named.name().toLowerCase(Locale.ROOT).contains(text))
            || cluster.capabilities().stream()
                .anyMatch(c -> c.id().toLowerCase(Locale.ROOT).contains(text)));
  }

  private static double sortValue(ClusterSummary cluster, ClusterQuery.Sort sort) {
    return switch (sort) {
      case SCORE -> cluster.score();
      case ACCOUNTS -> cluster.accounts();
      case EXCHANGES -> cluster.exchanges();
      case FIRST_SEEN -> millis(cluster.firstSeen());
      case LAST_SEEN -> millis(cluster.lastSeen());
    };
  }

  private static double millis(@Nullable Instant instant) {
    return instant == null ? 0 : instant.toEpochMilli();
  }

  private static Comparator<ClusterSummary> order(ClusterQuery query) {
    Comparator<ClusterSummary> byValue =
        Comparator.comparingDouble(c -> sortValue(c, query.sort()));
    return (query.descending() ? byValue.reversed() : byValue).thenComparing(ClusterSummary::id);
  }

  private static boolean behind(ClusterSummary cluster, ClusterQuery query, PageKey after) {
    int compared =
        Double.compare(sortValue(cluster, query.sort()), ((Number) after.value()).doubleValue());
    return compared == 0
        ? cluster.id().compareTo(after.id()) > 0
        : (compared < 0) == query.descending();
  }

  Optional<ClusterDetail> detail(String id, View view) {
    return one(id, view).map(one -> detail(one, view));
  }

  private ClusterDetail detail(Standing one, View view) {
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("id", one.id());
    parameters.put("maxEvidence", ClusterDetail.MAX_EVIDENCE);
    parameters.put("of", one.state());
    parameters.put("windowFrom", one.windowFrom());
    Record evidence = graph.first("queries/history/evidence", parameters, r -> r).orElseThrow();
    List<TimelineDay> timeline =
        graph.list(
            "queries/history/timeline",
            parameters,
            r ->
                new TimelineDay(
                    r.get("day").asLocalDate(),
                    r.get("exchanges").asLong(),
                    r.get("accounts").asLong()));
    Attribution stored = AttributionRows.stored(one.value().get("attribution"));
    return ClusterRows.past(
        one.value(),
        evidence.get("evidence"),
        Fields.count(evidence.get("evidenceTotal")),
        Values.value(hypotheses(stored)),
        stored,
        timeline,
        one.run());
  }

  /// As edges to organizations would tell of them.
  private List<Map<String, @Nullable Object>> hypotheses(Attribution stored) {
    Map<String, String> names = names(stored);
    return stored.hypotheses().stream()
        .filter(h -> h.kind() == Hypothesis.Kind.ORGANIZATION)
        .map(h -> {
          String id = Objects.requireNonNull(h.organization());
          Map<String, @Nullable Object> row = new HashMap<>();
          row.put("id", id);
          row.put("name", names.get(id));
          row.put("confidence", h.confidence());
          row.put("named", h.named());
          row.put("kinds", h.evidence().stream().map(Hypothesis.Item::kind).toList());
          row.put("evidence", h.evidence().stream().map(Hypothesis.Item::text).toList());
          return row;
        })
        .toList();
  }

  private Map<String, String> names(Attribution stored) {
    List<String> ids =
        stored.hypotheses().stream()
            .map(Hypothesis::organization)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<String, String> names = new HashMap<>();
    graph
        .list("queries/history/organization-names", Map.of("ids", ids), r -> r)
        .forEach(r -> names.put(r.get("id").asString(), r.get("name").asString()));
    return names;
  }

  Optional<ClusterAttribution> attribution(String id, View view) {
    return one(id, view)
        .map(one -> {
          Value json = one.value().get("attribution");
          List<Map<String, String>> organizations = new ArrayList<>();
          names(AttributionRows.stored(json))
              .forEach((key, name) -> organizations.add(Map.of("id", key, "name", name)));
          Map<String, Object> row =
              Map.of("attribution", json, "organizations", organizations, "run", one.run());
          return AttributionRows.attribution(id, Values.value(row));
        });
  }

  Optional<Page<Member>> members(
      String id,
      Map<String, @Nullable Object> paging,
      Function<Record, Page<Member>> page,
      View view) {
    return standing(id, view).stream()
        .findFirst()
        .flatMap(one -> {
          Map<String, @Nullable Object> parameters = view.parameters();
          parameters.putAll(paging);
          parameters.put("of", one.state());
          return graph.first("queries/history/members", parameters, page);
        });
  }

  /// The state that a cluster had, empty where there was none.
  Optional<String> state(String id, View view) {
    return standing(id, view).stream().map(Standing::state).findFirst();
  }

  Optional<Instant> standingSince(String id, View view) {
    return standing(id, view).stream()
        .map(one -> Fields.instant(one.value().get("validFrom")))
        .filter(Objects::nonNull)
        .findFirst();
  }

  void allClusters(Suppressed hidden, View view, Consumer<ClusterSummary> consumer) {
    withFigures(shown(hidden, view), view).stream()
        .map(one -> ClusterRows.summary(one.value()))
        .forEach(consumer);
  }

  private List<Standing> shown(Suppressed hidden, View view) {
    return standing(null, view).stream()
        .filter(one -> !hidden.clusters().contains(one.id()))
        .toList();
  }

  void allMembers(Suppressed hidden, View view, Consumer<Record> consumer) {
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("rows", shown(hidden, view).stream().map(Standing::key).toList());
    parameters.put("hidden", List.copyOf(hidden.accounts()));
    graph.each("queries/history/member-all", parameters, consumer);
  }
}
