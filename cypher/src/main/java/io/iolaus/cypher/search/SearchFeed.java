package io.iolaus.cypher.search;

import static io.iolaus.cypher.read.Fields.numberOrZero;
import static io.iolaus.cypher.read.Fields.text;
import static io.iolaus.cypher.read.Fields.texts;

import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.read.GraphReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// Reads what can be searched for. May be shared by threads.
public final class SearchFeed {

  private final GraphReader graph;

  public SearchFeed(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// Hands over every entity once, in no order.
  public void each(Consumer<SearchEntry> consumer) {
    graph.each("queries/search-feed", Map.of(), record -> consumer.accept(entry(record)));
  }

  /// The best cluster of each account that is in one.
  public Map<String, String> clusters(Collection<String> accounts) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    return graph
        .list("queries/search-clusters", Map.of("accounts", List.copyOf(accounts)), r -> r)
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
        numberOrZero(r.get("weight")));
  }
}
