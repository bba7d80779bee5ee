package io.iolaus.cypher.detect;

import io.iolaus.cypher.statement.Statements;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;

/// Keeps the ids of clusters from run to run: a group goes on under the id of the standing cluster that it shares most accounts with, if that
/// is at least a third of the smaller of the two. The largest overlap chooses first, ties go by id. A group
/// without a past is named for its first account, so that the same input gives the same id.
final class Lineage {

  private static final double MIN_OVERLAP = 1 / 3.0;

  private final Map<String, Set<String>> standing;

  private Lineage(Map<String, Set<String>> standing) {
    this.standing = standing;
  }

  static Lineage read(Driver driver) {
    try (var session = driver.session()) {
      return session.executeRead(
          tx -> {
            Map<String, Set<String>> standing = new HashMap<>();
            tx.run(Statements.load("queries/detect/memberships"))
                .forEachRemaining(
                    row ->
                        standing.put(
                            row.get("cluster").asString(),
                            new HashSet<>(row.get("accounts").asList(v -> v.asString()))));
            return new Lineage(standing);
          });
    }
  }

  /// No past: for runs that write nothing.
  static Lineage none() {
    return new Lineage(Map.of());
  }

  private record Overlap(int group, String cluster, int accounts) {}

  /// An id for each group of account ids, in the order of the groups.
  List<String> ids(List<List<String>> groups) {
    List<Overlap> overlaps = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<String> group = groups.get(g);
      for (Map.Entry<String, Set<String>> cluster : standing.entrySet()) {
        int shared = (int) group.stream().filter(cluster.getValue()::contains).count();
        int smaller = Math.min(group.size(), cluster.getValue().size());
        if (shared > 0 && shared >= MIN_OVERLAP * smaller) {
          overlaps.add(new Overlap(g, cluster.getKey(), shared));
        }
      }
    }
    overlaps.sort(
        Comparator.comparingInt((Overlap o) -> -o.accounts())
            .thenComparing(Overlap::cluster)
            .thenComparingInt(Overlap::group));
    Map<Integer, String> chosen = new HashMap<>();
    Set<String> taken = new HashSet<>(standing.keySet());
    Set<String> inherited = new HashSet<>();
    for (Overlap overlap : overlaps) {
      if (!chosen.containsKey(overlap.group()) && inherited.add(overlap.cluster())) {
        chosen.put(overlap.group(), overlap.cluster());
      }
    }
    List<String> ids = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      String id = chosen.get(g);
      ids.add(id != null ? id : fresh(groups.get(g).getFirst(), taken));
      taken.add(ids.getLast());
    }
    return ids;
  }

  private static String fresh(String firstAccount, Set<String> taken) {
    for (int length = 4; ; length++) {
      String id = "c-" + digest(firstAccount).substring(0, 2 * length);
      if (!taken.contains(id)) {
        return id;
      }
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has SHA-256
    }
  }
}
