package io.iolaus.cypher.entity;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.instant;
import static io.iolaus.cypher.read.Fields.list;
import static io.iolaus.cypher.read.Fields.number;
import static io.iolaus.cypher.read.Fields.numberOrZero;
import static io.iolaus.cypher.read.Fields.text;
import static java.util.Objects.requireNonNull;

import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.Entity.DayCount;
import io.iolaus.cypher.entity.Entity.InCluster;
import io.iolaus.cypher.entity.Entity.NeighbourCount;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.read.PastFacts;
import io.iolaus.cypher.read.View;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Reads one entity and what stands next to it. Counts come from the degrees that the database
/// keeps, so that a hub answers as fast as a leaf. May be shared by threads.
public final class EntityReader {

  /// Beyond this many edges the days are not added up: it would read every edge of the hub.
  static final int MAX_TIMELINE_EDGES = 2_000;

  private final GraphReader graph;

  public EntityReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// The entity, empty where there is none.
  public Optional<Entity> one(EntityType type, String id) {
    Map<String, Object> parameters =
        Map.of(
            "type",
            type.label(),
            "id",
            id,
            "shown",
            type.shown(),
            "maxTimelineEdges",
            MAX_TIMELINE_EDGES);
    return graph.first("queries/entity-one", parameters, r -> entity(type, r));
  }

  /// The entity as it was at a moment, empty where it was not there.
  ///
  /// @throws IllegalArgumentException for a cluster: `ClusterReader` tells of those
  public Optional<Entity> one(EntityType type, String id, View view) {
    if (view.isNow()) {
      return one(type, id);
    }
    if (type == EntityType.CLUSTER) {
      throw new IllegalArgumentException(
          "a cluster of the past is told of by /api/v1/clusters/" + id);
    }
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("type", type.label());
    parameters.put("id", id);
    parameters.put("shown", type.shown());
    parameters.put("maxTimelineEdges", MAX_TIMELINE_EDGES);
    return graph
        .first("queries/history/entity", parameters, r -> r)
        .filter(r -> r.get("there").asBoolean())
        .map(r -> past(type, r, view));
  }

  /// What the set of facts says held; of instruments only the latest statements are kept, which
  /// stand for all.
  private static Entity past(EntityType type, Record record, View view) {
    Entity now = entity(type, record);
    Map<String, Object> properties = new LinkedHashMap<>();
    Map<String, String> holding =
        PastFacts.holding(record.get("facts"), record.get("factsKnown"), view);
    boolean kept = !record.get("factsKnown").isNull();
    for (String name : type.shown()) {
      Object value =
          switch (name) {
            case "exchanges" -> type == EntityType.ACCOUNT ? record.get(name).asObject() : null;
            case "inputTokens", "outputTokens" -> record.get(name).asObject();
            case "firstSeen", "lastSeen" -> Fields.instant(record.get(name));
            case "accounts" -> users(now);
            case "placeholder" -> kept ? Boolean.valueOf(holding.isEmpty()) : null;
            default -> {
              String stated = holding.get(name);
              yield !kept || !type.stated()
                  ? now.properties().get(name)
                  : stated == null ? null : PastFacts.value(name, stated);
            }
          };
      if (value instanceof Instant instant) {
        properties.put(name, instant.toString());
      } else if (value != null) {
        properties.put(name, value);
      }
    }
    return now.with(properties);
  }

  private static long users(Entity entity) {
    return entity.neighbours().stream()
        .filter(n -> n.type() == EntityType.ACCOUNT)
        .mapToLong(NeighbourCount::count)
        .sum();
  }

  /// How much stands next to it now, by relation and type, from the degrees that the database
  /// keeps; empty where there is no such entity.
  public Optional<List<NeighbourCount>> counts(EntityType type, String id) {
    return graph.first(
        "queries/neighbour-counts",
        Map.of("type", type.label(), "id", id),
        r -> counts(r.get("counts")));
  }

  /// What at least so many accounts use, the most used first.
  public List<EntityRef> hubs(int accounts, int limit) {
    return graph.list(
        "queries/neighbour-hubs",
        Map.of("accounts", accounts, "limit", limit),
        r -> new EntityRef(EntityType.ofLabel(r.get("type").asString()), r.get("id").asString()));
  }

  /// All its neighbours in their order, empty where there is no such entity. This takes as long as
  /// it has many.
  public Optional<NeighbourOrder> order(EntityType type, String id) {
    return graph.first(
        "queries/neighbour-order",
        Map.of("type", type.label(), "id", id),
        r -> {
          List<NeighbourOrder.Entry> entries = new ArrayList<>();
          for (Value group : r.get("groups").values()) {
            Relation relation = Relation.valueOf(group.get("relation").asString());
            EntityType of = EntityType.ofLabel(group.get("type").asString());
            Value ids = group.get("ids");
            Value edges = group.get("edges");
            Value weights = group.get("weights");
            for (int i = 0; i < ids.size(); i++) {
              entries.add(
                  new NeighbourOrder.Entry(
                      of,
                      ids.get(i).asString(),
                      relation,
                      weights.get(i).asDouble(),
                      edges.get(i).asString()));
            }
          }
          return NeighbourOrder.of(entries);
        });
  }

  /// One page of an order, empty where some of it is not there any more: the order is out of date.
  public Optional<Neighbours> neighbours(NeighbourQuery query, NeighbourOrder order) {
    Page<NeighbourOrder.Entry> page = order.page(query);
    Map<String, Record> found = new HashMap<>();
    graph
        .list(
            "queries/neighbour-page",
            Map.of(
                "type",
                query.type().label(),
                "id",
                query.id(),
                "edges",
                page.items().stream().map(NeighbourOrder.Entry::edge).toList()),
            r -> r)
        .forEach(r -> found.put(r.get("edge").asString(), r));
    if (found.size() < page.items().size()) {
      return Optional.empty();
    }
    List<Neighbour> items =
        page.items().stream()
            .map(entry -> neighbour(entry, requireNonNull(found.get(entry.edge()))))
            .toList();
    return Optional.of(
        new Neighbours(order.counts(), new Page<>(items, page.total(), page.next())));
  }

  private static Neighbour neighbour(NeighbourOrder.Entry entry, Record r) {
    String state = text(r.get("state"));
    return new Neighbour(
        entry.type(),
        entry.id(),
        r.get("label").asString(),
        entry.relation(),
        entry.weight(),
        instant(r.get("firstSeen")),
        instant(r.get("lastSeen")),
        state == null ? null : ClusterState.of(state),
        r.get("total").isNull() ? null : count(r.get("total")));
  }

  /// The neighbours that it had at a moment, empty where there is no such entity.
  public Optional<Neighbours> neighbours(NeighbourQuery query, View view) {
    PageKey after = query.after();
    List<String> relations =
        query.relation() != null
            ? List.of(query.relation().name())
            : Arrays.stream(Relation.values())
                .filter(r -> r.touches(query.type()))
                .map(Relation::name)
                .toList();
    EntityType neighbour = query.neighbour();
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("type", query.type().label());
    parameters.put("id", query.id());
    parameters.put("relations", relations);
    parameters.put("neighbourType", neighbour == null ? null : neighbour.label());
    parameters.put("minWeight", query.minWeight());
    parameters.put("limit", query.limit() + 1);
    parameters.put("afterKey", after == null ? null : after.value());
    parameters.put("afterId", after == null ? null : after.id());
    return graph.first("queries/history/neighbours", parameters, r -> neighbours(query, r));
  }

  private static Neighbours neighbours(NeighbourQuery query, Record record) {
    Page<Value> page =
        Page.of(
            record.get("rows").asList(v -> v),
            query.limit(),
            record.get("total").asLong(),
            v -> new PageKey(numberOrZero(v.get("weight")), v.get("key").asString()));
    return new Neighbours(
        counts(record.get("counts")),
        new Page<>(
            page.items().stream().map(EntityReader::neighbour).toList(),
            page.total(),
            page.next()));
  }

  private static Neighbour neighbour(Value v) {
    String state = text(v.get("state"));
    return new Neighbour(
        EntityType.ofLabel(v.get("nodeLabel").asString()),
        v.get("id").asString(),
        v.get("label").asString(),
        Relation.valueOf(v.get("relation").asString()),
        numberOrZero(v.get("weight")),
        instant(v.get("firstSeen")),
        instant(v.get("lastSeen")),
        state == null ? null : ClusterState.of(state),
        v.get("total").isNull() ? null : count(v.get("total")));
  }

  private static Entity entity(EntityType type, Record record) {
    boolean hub = record.get("hub").asBoolean();
    return new Entity(
        type,
        record.get("id").asString(),
        record.get("label").asString(),
        properties(record.get("properties")),
        list(
            record.get("clusters"),
            v ->
                new InCluster(
                    v.get("id").asString(),
                    ClusterState.of(v.get("state").asString()),
                    number(v.get("membership")))),
        counts(record.get("counts")),
        list(record.get("timeline"), v -> new DayCount(v.get(0).asLocalDate(), v.get(1).asLong())),
        hub ? "hub" : null);
  }

  private static List<NeighbourCount> counts(Value counts) {
    return list(
            counts,
            v ->
                new NeighbourCount(
                    Relation.valueOf(v.get("relation").asString()),
                    EntityType.ofLabel(v.get("type").asString()),
                    v.get("count").asLong()))
        .stream()
        .filter(c -> c.count() > 0)
        .toList();
  }

  private static Map<String, Object> properties(Value pairs) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Value pair : pairs.values()) {
      Object value = pair.get(1).asObject();
      properties.put(
          pair.get(0).asString(), value instanceof TemporalAccessor ? plain(pair.get(1)) : value);
    }
    return properties;
  }

  private static String plain(Value value) {
    var time = instant(value);
    return time == null ? "" : time.toString();
  }
}
