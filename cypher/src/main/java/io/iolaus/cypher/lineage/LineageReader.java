package io.iolaus.cypher.lineage;

import io.iolaus.core.lineage.Lifecycle;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.read.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the lives of clusters, of those that ended as well. May be shared by threads.
public final class LineageReader {

  /// Relatives of relatives are followed up to so many clusters.
  public static final int MOST_RELATIVES = 200;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

  private final GraphReader graph;

  public LineageReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// Where a cluster stands, empty where there never was one of that id.
  public Optional<ClusterLife> life(String id) {
    return life(id, View.NOW);
  }

  /// Where a cluster stood at a moment, by what was known at another; empty where there was none of
  /// that id.
  public Optional<ClusterLife> life(String id, View view) {
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("id", id);
    return graph.first(
        view.isNow() ? "queries/lineage-cluster" : "queries/history/life",
        parameters,
        r ->
            new ClusterLife(
                r.get("id").asString(),
                Lifecycle.of(r.get("lifecycle").asString()),
                Fields.instant(r.get("since")),
                Fields.text(r.get("into"))));
  }

  /// A cluster and those that it was merged with or split from, and theirs, in byte order: at most
  /// {@link #MOST_RELATIVES} of them, nearest first.
  public Set<String> family(String id) {
    Set<String> family = new TreeSet<>(Set.of(id));
    List<String> more = List.of(id);
    while (!more.isEmpty() && family.size() < MOST_RELATIVES) {
      more =
          graph.list(
              "queries/lineage-relatives",
              Map.of("ids", List.copyOf(family)),
              r -> r.get("id").asString());
      more.stream().limit(MOST_RELATIVES - family.size()).forEach(family::add);
    }
    return family;
  }

  /// What happened to these clusters, the latest first.
  public Page<LineageRow> events(Set<String> clusters, int limit, @Nullable PageKey after) {
    return events(clusters, limit, after, View.NOW);
  }

  /// What happened to all clusters, the latest first.
  public Page<LineageRow> events(int limit, @Nullable PageKey after) {
    return events(limit, after, View.NOW);
  }

  /// What happened to these clusters by a moment, as far as was known at another, the latest first.
  public Page<LineageRow> events(
      Set<String> clusters, int limit, @Nullable PageKey after, View view) {
    return page(List.copyOf(clusters), limit, after, view);
  }

  /// What happened to all clusters, the latest first.
  public Page<LineageRow> events(int limit, @Nullable PageKey after, View view) {
    return page(null, limit, after, view);
  }

  private Page<LineageRow> page(
      @Nullable List<String> clusters, int limit, @Nullable PageKey after, View view) {
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("ids", clusters);
    return graph.page(
        "queries/lineage-events",
        parameters,
        limit,
        after,
        v -> new PageKey(v.get("place").asDouble(), v.get("id").asString()),
        LineageReader::row);
  }

  private static LineageRow row(Value v) {
    List<String> ids = Fields.texts(v.get("clusters"));
    List<String> states = Fields.texts(v.get("states"));
    List<LineageRow.Outcome> clusters = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      clusters.add(new LineageRow.Outcome(ids.get(i), states.get(i)));
    }
    return new LineageRow(
        v.get("id").asString(),
        v.get("run").asString(),
        v.get("at").asZonedDateTime().toInstant(),
        v.get("recordedAt").asZonedDateTime().toInstant(),
        v.get("kind").asString(),
        Fields.texts(v.get("parents")),
        clusters,
        v.get("before").asInt(),
        v.get("after").asInt(),
        JSON.readValue(v.get("joined").asString(), COUNTS),
        JSON.readValue(v.get("left").asString(), COUNTS),
        Fields.texts(v.get("causes")),
        v.get("text").asString());
  }
}
