package io.iolaus.cypher.search;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.instant;
import static io.iolaus.cypher.read.Fields.text;
import static io.iolaus.cypher.read.Fields.texts;

import io.iolaus.cypher.detect.Intake;
import io.iolaus.cypher.detect.IntakeReader;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Reads what can be searched for, and what of it is new. May be shared by threads.
///
/// Who follows asks, in this order: [#marks()]; if these are others than before, [#now()]; then
/// what [#touchedSince] the intake before. It holds what {@link IntakeReader} argues: no part of a
/// segment that an intake counts is written after it, so whatever comes later has a stamp above it
/// and is named when it is asked for from there, however late it commits and in whichever batch.
/// One read too many is read again; none is missed.
///
/// Stamped are accounts, and through these what they lead to. Organizations and networks have no
/// stamp that tells all, and what runs write has none at all: such are read by type, all of them.
public final class SearchFeed {

  private final GraphReader graph;
  private final IntakeReader intakes;

  public SearchFeed(Driver driver) {
    this.graph = new GraphReader(driver);
    this.intakes = new IntakeReader(driver);
  }

  /// What tells that there may be something new.
  public FeedMarks marks() {
    return graph
        .first(
            "queries/search/marks",
            Map.of(),
            r ->
                new FeedMarks(
                    count(r.get("batches")),
                    count(r.get("segments")),
                    count(r.get("parts")),
                    count(r.get("replaced")),
                    r.get("replacing").asBoolean(),
                    count(r.get("renewed")),
                    r.get("store").asString(),
                    r.get("derived").asString()))
        .orElseThrow();
  }

  /// What was loaded, from which the next reading asks. To be called before anything is read.
  public Intake now() {
    return intakes.now();
  }

  /// Hands over every entity of a type once, in no order.
  public void each(EntityType type, Consumer<SearchEntry> consumer) {
    graph.each("queries/search/" + type.text(), Map.of(), r -> consumer.accept(entry(r)));
  }

  /// Hands over the accounts that came or were changed after an intake, and what these lead to.
  ///
  /// @param consumer takes each entity once; of what accounts share it hears when *these* accounts
  ///   were seen with it
  public void touchedSince(Intake before, Consumer<SearchEntry> consumer) {
    Map<String, Object> known = Map.of("known", known(before));
    graph.each("queries/search/touched-accounts", known, r -> consumer.accept(entry(r)));
    graph.each("queries/search/touched-things", known, r -> consumer.accept(entry(r)));
  }

  /// By sequence number; what is not there is 0 to the statement.
  private static List<Long> known(Intake before) {
    return LongStream.rangeClosed(0, Collections.max(before.segments().keySet()))
        .mapToObj(seq -> before.segments().getOrDefault(seq, 0L))
        .toList();
  }

  /// About how many there are of each type; of clusters those that ended are counted too.
  public Map<EntityType, Long> sizes() {
    Map<EntityType, Long> sizes = new EnumMap<>(EntityType.class);
    graph
        .list("queries/search/sizes", Map.of(), r -> r)
        .forEach(
            r -> sizes.put(EntityType.ofLabel(r.get("type").asString()), count(r.get("count"))));
    return sizes;
  }

  /// The best cluster of each account that is in one.
  public Map<String, String> clusters(Collection<String> accounts) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    return graph
        .list("queries/search/best-clusters", Map.of("accounts", List.copyOf(accounts)), r -> r)
        .stream()
        .collect(
            Collectors.toMap(r -> r.get("account").asString(), r -> r.get("cluster").asString()));
  }

  private static SearchEntry entry(Record r) {
    String id = r.get("id").asString();
    String name = text(r.get("name"));
    return new SearchEntry(
        EntityType.ofLabel(r.get("type").asString()),
        id,
        name == null ? id : name,
        texts(r.get("words")),
        text(r.get("detail")),
        text(r.get("state")),
        count(r.get("weight")),
        instant(r.get("first")),
        instant(r.get("last")),
        r.containsKey("shingles") ? Fields.list(r.get("shingles"), Value::asLong) : List.of());
  }
}
