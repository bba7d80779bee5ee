package io.iolaus.cypher.detect;

import io.iolaus.cypher.detector.LinkResult;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/// Notes which version of a detector had a part in labelling whom, in the transaction that writes
/// the clusters. Accounts are added and never taken away, so that what a version did can be held
/// against what people decide years later.
final class VersionWriter {

  private VersionWriter() {}

  /// @param parts accounts by the id of the detector
  static void write(
      TransactionContext tx,
      String run,
      List<LinkResult> results,
      Map<String, Set<String>> parts,
      Instant recordedAt) {
    Map<String, List<String>> before = new HashMap<>();
    tx.run(
            Statements.load("queries/detect/detector-versions"),
            Map.of("ids", results.stream().map(VersionWriter::id).toList()))
        .forEachRemaining(
            row -> before.put(row.get("id").asString(), Fields.texts(row.get("accounts"))));
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (LinkResult result : results) {
      List<String> known = before.getOrDefault(id(result), List.of());
      Set<String> all = new TreeSet<>(known);
      boolean more = all.addAll(parts.getOrDefault(result.detector(), Set.of()));
      Map<String, @Nullable Object> row = new HashMap<>();
      row.put("id", id(result));
      row.put("detector", result.detector());
      row.put("version", result.version());
      row.put("accounts", more ? List.copyOf(all) : null);
      rows.add(row);
    }
    tx.run(
            Statements.load("writes/detect/detector-versions"),
            Map.of("run", run, "recordedAt", recordedAt.atZone(ZoneOffset.UTC), "rows", rows))
        .consume();
  }

  private static String id(LinkResult result) {
    return result.detector() + "/" + result.version();
  }
}
