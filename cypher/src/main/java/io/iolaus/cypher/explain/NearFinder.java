package io.iolaus.cypher.explain;

import io.iolaus.core.detect.MemberRule;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.explain.Obstacle;
import io.iolaus.core.explain.ProfileRow;
import io.iolaus.core.explain.Standing;
import io.iolaus.core.explain.StoredProfile;
import io.iolaus.core.explain.Weighing;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.neo4j.driver.Record;

/// Finds accounts outside a cluster that come nearest to being in it.
///
/// Looked at are the users of the most telling things that somebody outside shows as well, never
/// those of a hub: whoever shares only what thousands share is not near.
final class NearFinder {

  private static final int MAX_THINGS = 100;
  private static final int MAX_ELSEWHERE = 500;

  /// So many edges are followed at most.
  private static final int MAX_USERS = 50_000;

  private static final int MAX_LOOKED_AT = 60;
  private static final int MAX_SHOWN = 10;

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "PaymentInstrument", "instruments",
          "Identifier", "identifiers",
          "IpAddress", "addresses",
          "PromptFamily", "families",
          "Pattern", "patterns");

  private final GraphReader graph;
  private final AccountViewReader accounts;

  NearFinder(GraphReader graph, AccountViewReader accounts) {
    this.graph = graph;
    this.accounts = accounts;
  }

  /// One thing that points to accounts, with its bits.
  record Pointer(ProfileRow row, double bits) {}

  /// Those to whom most of what a cluster shows points.
  List<NearAccount> near(KeptCluster cluster) {
    StoredProfile profile = cluster.kept();
    double[] worth = profile.worth();
    return near(
        cluster,
        IntStream.range(0, worth.length)
            .mapToObj(i -> new Pointer(profile.rows().get(i), worth[i]))
            .toList());
  }

  /// Those to whom most of these things point.
  List<NearAccount> near(KeptCluster cluster, List<Pointer> things) {
    Map<String, List<Map<String, Object>>> byType = new HashMap<>();
    PARAMETERS.values().forEach(p -> byType.put(p, new ArrayList<>()));
    int users = 0;
    for (Pointer thing : telling(things)) {
      users += thing.row().total();
      if (users <= MAX_USERS) {
        byType
            .getOrDefault(PARAMETERS.getOrDefault(thing.row().type(), ""), new ArrayList<>())
            .add(Map.of("id", thing.row().key(), "worth", thing.bits()));
      }
    }
    Map<String, Object> parameters = new HashMap<>(byType);
    parameters.put("cluster", cluster.id());
    parameters.put("limit", MAX_LOOKED_AT);
    Map<String, Record> found = new TreeMap<>();
    graph
        .list("queries/explain/near-accounts", parameters, r -> r)
        .forEach(r -> found.put(r.get("account").asString(), r));
    return accounts.read(found.keySet(), cluster.window(), cluster.ignored()).stream()
        .map(seen -> near(cluster, seen, Objects.requireNonNull(found.get(seen.view().id()))))
        .sorted(
            Comparator.comparingDouble(NearAccount::bits)
                .reversed()
                .thenComparing(NearAccount::account))
        .limit(MAX_SHOWN)
        .toList();
  }

  /// The most telling ones that somebody outside shows as well, but not everybody.
  private static List<Pointer> telling(List<Pointer> things) {
    return things.stream()
        .filter(t -> t.bits() > 0 && PARAMETERS.containsKey(t.row().type()))
        .filter(t -> t.row().elsewhere() > 0 && t.row().elsewhere() <= MAX_ELSEWHERE)
        .sorted(
            Comparator.comparingDouble((Pointer t) -> -t.bits())
                .thenComparing(t -> t.row().type())
                .thenComparing(t -> t.row().key()))
        .limit(MAX_THINGS)
        .toList();
  }

  private static NearAccount near(KeptCluster cluster, AccountViewReader.Seen seen, Record found) {
    Weighing weighing = new Weighing(cluster.kept(), seen.view(), null, false);
    Standing now = weighing.standing();
    return new NearAccount(
        seen.view().id(),
        now.bits(),
        now.membership(),
        now.facets().entrySet().stream()
            .filter(e -> e.getValue() >= MemberRule.MEMBER_FACET_BITS)
            .map(Entry::getKey)
            .sorted()
            .map(Facet::id)
            .toList(),
        found.get("things").asLong(),
        Fields.text(found.get("in")),
        Obstacle.of(weighing, now).stream().map(Obstacle::text).toList());
  }
}
