package io.iolaus.cypher.detect;

import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.lineage.Lineage;
import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/// Keeps what clusters were where a run makes something else of them, in the transaction that
/// writes them, so that they can be shown as of any moment and as known at any moment.
///
/// Only changes are kept. A cluster is another one when its state, a score (by a hundredth), what
/// it is aimed at, who may stand behind it or its place in its life changes; what ties it, when
/// others share it or it ties by half a bit more or less. How many and how much follows from the
/// members of a moment, of whom `writes/detect/members` and `end-members` keep versions.
final class ClusterHistory {

  private static final double OTHER_BITS = 0.5;

  private final TransactionContext tx;
  private final Instant recordedAt;

  ClusterHistory(TransactionContext tx, Instant recordedAt) {
    this.tx = tx;
    this.recordedAt = recordedAt;
  }

  /// What makes a cluster another one that a run found.
  static String shape(FoundCluster cluster, Lineage.Fate fate) {
    List<String> parts = new ArrayList<>();
    parts.add(fate.lifecycle().text());
    parts.add(cluster.labelled() ? "labelled" : "review");
    for (double score : new double[] {cluster.score(), cluster.linked(), cluster.abusive()}) {
      parts.add(hundredths(score));
    }
    parts.add(
        new TreeSet<>(cluster.facetBits().keySet())
            .stream().map(Facet::id).collect(Collectors.joining("+")));
    cluster.capabilities().forEach(target -> parts.add(target.capability()));
    cluster.attribution().hypotheses().stream()
        .filter(h -> h.kind() == Hypothesis.Kind.ORGANIZATION)
        .map(h -> h.organization() + "=" + hundredths(h.confidence()) + (h.named() ? "!" : ""))
        .sorted()
        .forEach(parts::add);
    return String.join("|", parts);
  }

  /// What makes a cluster another one that a run did not find.
  static String shape(Lineage.Fate fate) {
    return fate.lifecycle().text() + "|" + Objects.requireNonNullElse(fate.into(), "");
  }

  private static String hundredths(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
  }

  /// Keeps clusters that are about to become something else.
  ///
  /// @param shapes by the ids of all that stand, or ended
  void keepClusters(Map<String, String> shapes) {
    List<Map<String, Object>> rows = new ArrayList<>();
    shapes.forEach((id, shape) -> rows.add(Map.of("id", id, "shape", shape)));
    write("writes/detect/keep-clusters", rows);
  }

  /// What ties a cluster, through which detector.
  private record Tie(String cluster, String type, String key, String detector) {}

  /// What ties a cluster as a run writes it.
  ///
  /// @param properties may be added to
  record SupportRow(
      String cluster, String type, String key, String detector, Map<String, Object> properties) {
    Map<String, Object> row() {
      return Map.of("cluster", cluster, "type", type, "key", key, "properties", properties);
    }

    private Tie tie() {
      return new Tie(cluster, type, key, detector);
    }
  }

  /// Something in a cluster: `[cluster, its id]`.
  record At(String cluster, String id) {}

  /// Keeps what ties clusters no more, or otherwise; notes with what ties them now since when it
  /// has been as it is.
  ///
  /// @return accounts in clusters that lead to what ties these and did not before, or does not any
  ///   more
  Set<At> keepSupports(List<String> clusters, List<SupportRow> rows) {
    Map<Tie, SupportRow> now = new HashMap<>();
    for (SupportRow row : rows) {
      now.put(row.tie(), row);
      row.properties().put("recordedAt", recordedAt.atZone(ZoneOffset.UTC));
    }
    List<Map<String, Object>> past = new ArrayList<>();
    List<Record> before =
        tx.run(Statements.load("queries/detect/supports"), Map.of("clusters", clusters)).list();
    for (Record row : before) {
      String cluster = row.get("cluster").asString();
      Object since = row.get("recordedAt").asObject();
      SupportRow standing =
          now.get(
              new Tie(
                  cluster,
                  row.get("type").asString(),
                  row.get("key").asString(),
                  row.get("detector").asString("")));
      if (standing != null && same(row, standing.properties())) {
        standing.properties().put("recordedAt", since);
      } else {
        past.add(
            Map.of(
                "cluster", cluster,
                "recordedAt", since,
                "support", row.get("support").asMap(Value::asObject)));
      }
    }
    write("writes/detect/keep-supports", past);
    return leadingTo(before, rows);
  }

  private Set<At> leadingTo(List<Record> before, List<SupportRow> now) {
    Set<Thing> came = new HashSet<>();
    now.forEach(row -> came.add(new Thing(row.cluster(), row.type(), row.key())));
    Set<Thing> went = new HashSet<>();
    before.forEach(row ->
        went.add(
            new Thing(
                row.get("cluster").asString(),
                row.get("type").asString(),
                row.get("key").asString())));
    List<Map<String, Object>> things =
        Stream.concat(
                came.stream().filter(thing -> !went.contains(thing)),
                went.stream().filter(thing -> !came.contains(thing)))
            .map(Thing::row)
            .toList();
    return things.isEmpty()
        ? Set.of()
        : tx.run(Statements.load("queries/detect/members-at"), Map.of("rows", things)).stream()
            .map(row -> new At(row.get("cluster").asString(), row.get("account").asString()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// What a cluster is tied by.
  private record Thing(String cluster, String type, String key) {
    Map<String, Object> row() {
      return Map.of("cluster", cluster, "type", type, "key", key);
    }
  }

  private static boolean same(Record before, Map<String, Object> now) {
    return Objects.equals(now.get("discounted"), before.get("discounted").asBoolean())
        && Objects.equals(now.get("members"), row(before, "members"))
        && Objects.equals(now.get("total"), row(before, "total"))
        && now.get("bits") instanceof Double bits
        && Math.abs(bits - before.get("bits").asDouble(0)) < OTHER_BITS;
  }

  private static int row(Record record, String name) {
    return record.get("support").get(name).asInt(-1);
  }

  /// Ends the memberships that a run did not find again.
  ///
  /// @param kept clusters that stand as they are, in all their members
  /// @param rests whether an account does nothing any more for a reason of its own
  void endMembers(String run, Collection<String> kept, Instant asOf, Predicate<String> rests) {
    List<String> clusters = List.copyOf(kept);
    List<String> resting =
        tx
            .run(
                Statements.load("queries/detect/left-members"),
                Map.of("run", run, "kept", clusters))
            .stream()
            .map(row -> row.get("account").asString())
            .filter(rests)
            .toList();
    tx.run(
            Statements.load("writes/detect/end-members"),
            Map.of(
                "run",
                run,
                "kept",
                clusters,
                "asOf",
                asOf.atZone(ZoneOffset.UTC),
                "recordedAt",
                recordedAt.atZone(ZoneOffset.UTC),
                "resting",
                resting))
        .consume();
  }

  private void write(String statement, List<Map<String, Object>> rows) {
    if (!rows.isEmpty()) {
      tx.run(
              Statements.load(statement),
              Map.of("rows", rows, "recordedAt", recordedAt.atZone(ZoneOffset.UTC)))
          .consume();
    }
  }
}
