package io.iolaus.ingest.rotate;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.write.SiteKey;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Gives a home and its graph a new site secret, and loses nothing that was known under the old
/// one.
///
/// Keyed identifiers are renewed in place: the new reference is made of the old one, so the values
/// themselves are not needed. Prompt sketches stay as they are: those of the two secrets form
/// families of their own, and accounts that were there before and after have both.
///
/// No worker may be running. A rotation that dies is ended by the next one; until then nothing is
/// loaded.
public final class KeyRotation {

  private static final int BATCH = 5_000;

  private final GraphWriter graph;
  private final Home home;

  public KeyRotation(GraphWriter graph, Home home) {
    this.graph = graph;
    this.home = home;
  }

  /// Rotates, or ends a rotation that died.
  ///
  /// @param renewed hears how many identifiers have been renewed so far
  /// @return how many identifiers were renewed by this call
  /// @throws IOException if something is loading into this home or this graph, or has left segments
  ///   that are not in the graph yet, or a batch is being replaced
  public long rotate(LongConsumer renewed) throws IOException {
    SiteSecret now = home.site();
    try (Journal journal = Journal.open(home.journal())) {
      if (!journal.sealed().isEmpty()) {
        throw new IOException(
            "a load into this home died and is not in the graph yet: load again, then rotate");
      }
      boolean begun = home.isRotating();
      if (!begun) {
        SiteKey.require(graph, now);
        requireQuiet();
      }
      SiteSecret next = home.nextSite();
      // From here on workers with the old secret are refused.
      SiteKey.replace(graph, now, next);
      long count = renew(next, renewed);
      home.endRotation();
      return count;
    }
  }

  private void requireQuiet() throws IOException {
    GraphRow state =
        graph.write(transaction -> transaction.run("replace/state", Map.of()).getFirst());
    Optional<String> replacing = state.optionalText("replacing");
    if (replacing.isPresent()) {
      throw new IOException(
          "batch "
              + replacing.get()
              + " is being replaced: wait until that is done; if it was cut short, run any ingest on"
              + " its home, which finishes it; then rotate");
    }
    if (!state.texts("open").isEmpty()) {
      throw new IOException(
          "a worker is loading "
              + String.join(", ", state.texts("open"))
              + ": wait until it is done; if it died, load that source again; then rotate");
    }
  }

  private long renew(SiteSecret next, LongConsumer renewed) {
    long count = 0;
    String after = "";
    while (true) {
      String from = after;
      List<GraphRow> rows =
          graph.write(transaction -> {
            List<GraphRow> found =
                transaction.run(
                    "keyed-identifiers",
                    Map.of("after", from, "prefix", next.prefix(), "limit", BATCH));
            transaction.run("site-renewed", Map.of());
            transaction.runAll(
                "identifier-renew", found.stream().map(row -> renewal(next, row)).toList());
            return found;
          });
      if (rows.isEmpty()) {
        return count;
      }
      after = rows.getLast().text("id");
      count += rows.size();
      renewed.accept(count);
    }
  }

  private static Map<String, String> renewal(SiteSecret next, GraphRow row) {
    String kind = row.text("kind");
    String value = next.renewed(kind, row.text("value"));
    return Map.of("id", row.text("id"), "value", value, "newId", kind + ":" + value);
  }
}
