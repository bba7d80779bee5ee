package io.iolaus.cypher.path;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.instant;
import static io.iolaus.cypher.read.Fields.number;

import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.entity.Relation;
import io.iolaus.cypher.path.EvidencePath.PathEdge;
import io.iolaus.cypher.path.EvidencePath.PathNode;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.View;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Finds the shortest chain of evidence between two entities, at most eight edges long and around
/// hubs: that two accounts both came through an airport's address explains nothing. May be shared
/// by threads.
public final class PathReader {

  /// The most edges a node inside a chain may have.
  static final int MAX_DEGREE = 1_000;

  private final GraphReader graph;

  public PathReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// Empty where one of the ends does not exist; a path that is not `found` where nothing connects
  /// them.
  ///
  /// @throws IllegalArgumentException for a cluster: membership is a conclusion, not evidence
  public Optional<EvidencePath> shortest(
      EntityType fromType, String from, EntityType toType, String to) {
    return shortest(fromType, from, toType, to, View.NOW);
  }

  /// The same through what there was at a moment.
  public Optional<EvidencePath> shortest(
      EntityType fromType, String from, EntityType toType, String to, View view) {
    if (fromType == EntityType.CLUSTER || toType == EntityType.CLUSTER) {
      throw new IllegalArgumentException("a path cannot begin or end at a cluster");
    }
    Map<String, @Nullable Object> parameters = view.parameters();
    parameters.put("fromType", fromType.label());
    parameters.put("from", from);
    parameters.put("toType", toType.label());
    parameters.put("to", to);
    parameters.put("maxDegree", MAX_DEGREE);
    return graph.first(
        view.isNow() ? "queries/evidence-path" : "queries/history/evidence-path",
        parameters,
        PathReader::path);
  }

  private static EvidencePath path(Record record) {
    List<Value> nodes = record.get("nodes").asList(v -> v);
    List<Value> edges = record.get("edges").asList(v -> v);
    Optional<Double> weakest =
        nodes.stream()
            .map(n -> number(n.get("bits")))
            .filter(Objects::nonNull)
            .min(Double::compare);
    return new EvidencePath(
        record.get("found").asBoolean(),
        nodes.stream()
            .map(n ->
                new PathNode(
                    EntityType.ofLabel(n.get("nodeLabel").asString()),
                    n.get("id").asString(),
                    n.get("label").asString()))
            .toList(),
        IntStream.range(0, edges.size())
            .mapToObj(i -> edge(i, nodes.get(i), edges.get(i)))
            .toList(),
        weakest.orElse(null));
  }

  private static PathEdge edge(int at, Value node, Value edge) {
    boolean forward = edge.get("start").equals(node.get("elementId"));
    Relation relation = Relation.valueOf(edge.get("relation").asString());
    return new PathEdge(
        forward ? at : at + 1, forward ? at + 1 : at, relation, words(relation, edge));
  }

  private static String words(Relation relation, Value edge) {
    String verb =
        switch (relation) {
          case PAID_WITH -> "paid with";
          case CONNECTED_FROM -> "connected from";
          case HAS_IDENTIFIER -> "showed";
          case PROMPTED -> "sent prompts of";
          case SHOWS -> "takes part in";
          case VERIFIED_BY -> "is vouched for by";
          case SEAT_OF -> "says it belongs to";
          case IN_NETWORK -> "lies in";
          case MEMBER_OF -> "is a member of";
          case SUPPORTED_BY -> "is supported by";
          case ATTRIBUTED_TO -> "is attributed to";
        };
    long total = count(edge.get("total"));
    Instant first = instant(edge.get("firstSeen"));
    Instant last = instant(edge.get("lastSeen"));
    StringBuilder words = new StringBuilder(verb);
    if (total > 0) {
      words.append(total == 1 ? ", once" : ", " + total + " times");
    }
    if (first != null && last != null) {
      String from = first.atOffset(ZoneOffset.UTC).toLocalDate().toString();
      String to = last.atOffset(ZoneOffset.UTC).toLocalDate().toString();
      words.append(from.equals(to) ? ", on " + from : ", from " + from + " to " + to);
    }
    return words.toString();
  }
}
