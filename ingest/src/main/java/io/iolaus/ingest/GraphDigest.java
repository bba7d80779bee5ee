package io.iolaus.ingest;

import io.iolaus.ingest.fold.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/// One digest of all that loading put into a graph, to see whether two ways of loading end in the
/// same.
///
/// {@link #of} and {@link #lines} leave out what says how the lines came rather than what they say:
/// batches and their bookkeeping, which batch first knew a day and when. Two graphs with one digest
/// have the same nodes and edges with the same properties, but for internal ids. {@link
/// #wholeLines} leaves out nothing but where segments happened to be cut: for two loads of the same
/// sources in the same order. Holds the whole graph in memory: for tests and measurements.
public final class GraphDigest {

  // Of this program, not of the graph.
  private static final Set<String> PROGRAM =
      Set.of("SchemaVersion", "Lease", "AuditEntry", "AuditHead", "AuditBegun");
  private static final Set<String> BOOKKEEPING =
      Stream.concat(PROGRAM.stream(), Stream.of("Batch", "BatchPart", "Sequence", "Site"))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> PROVENANCE =
      Set.of("batches", "known", "factsKnown", "knownFrom", "changed");
  // Where segments and parts were cut shows in these, and in nothing else.
  private static final Set<String> CUTS =
      Set.of(
          "changes",
          "changed",
          "relinked",
          "renewed",
          "replaced",
          "replacedToken",
          "cutSegment",
          "cutEnd",
          "cutDigest",
          "cutParts",
          "cutPartBytes",
          "segments",
          "earlierBytes",
          "earlierDigests",
          "earlierNewlines",
          "earlierRead",
          "earlierRejected",
          // and when they were sealed in these
          "known",
          "knownFrom",
          "factsKnown");

  private GraphDigest() {}

  /// The digest of the graph, 64 hexadecimal digits.
  public static String of(Driver driver) {
    MessageDigest sha256 = Digests.sha256();
    for (String line : lines(driver)) {
      sha256.update(line.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) '\n');
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /// What is digested, one line a node or edge, in a fixed order: to see where two graphs differ.
  public static List<String> lines(Driver driver) {
    return lines(driver, BOOKKEEPING, PROVENANCE);
  }

  /// The same with all bookkeeping: batches with their counts and positions, the sequence they are
  /// numbered by, markers that should be gone, and which batch first knew each day.
  public static List<String> wholeLines(Driver driver) {
    return lines(driver, PROGRAM, CUTS);
  }

  private static List<String> lines(Driver driver, Set<String> labels, Set<String> properties) {
    List<String> lines = new ArrayList<>();
    try (Session session = driver.session()) {
      session
          .run(
              "MATCH (n) WHERE none(label IN labels(n) WHERE label IN $left)"
                  + " RETURN labels(n) AS labels, properties(n) AS properties",
              Map.of("left", labels))
          .forEachRemaining(row ->
              lines.add(row.get("labels") + " " + canonical(row.get("properties"), properties)));
      session
          .run(
              "MATCH (a)-[r]->(b) WHERE none(label IN labels(a) + labels(b) WHERE label IN $left)"
                  + " RETURN labels(a)[0] + ' ' + a.id AS a, type(r) AS type,"
                  + " labels(b)[0] + ' ' + b.id AS b, properties(r) AS properties",
              Map.of("left", labels))
          .forEachRemaining(row ->
              lines.add(
                  String.join(
                      " ",
                      row.get("a").asString(),
                      row.get("type").asString(),
                      row.get("b").asString(),
                      canonical(row.get("properties"), properties))));
    }
    Collections.sort(lines);
    return lines;
  }

  private static String canonical(Value properties, Set<String> left) {
    Map<String, String> sorted = new TreeMap<>();
    for (String name : properties.keys()) {
      if (!left.contains(name)) {
        sorted.put(name, text(properties.get(name)));
      }
    }
    return sorted.toString();
  }

  private static String text(Value value) {
    // A byte array's own text names its identity.
    return value.asObject() instanceof byte[] bytes
        ? HexFormat.of().formatHex(bytes)
        : value.toString();
  }
}
