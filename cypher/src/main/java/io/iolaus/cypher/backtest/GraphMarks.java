package io.iolaus.cypher.backtest;

import io.iolaus.core.decision.Opinions;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.OpinionReader;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/// What a backtest was done on, to tell later whether it still says anything.
///
/// @param events newest event, null in an empty graph
/// @param replaced how often batches were replaced
/// @param verdicts digest of what people decided
/// @param said what those agree on who decided, by account
record GraphMarks(
    @Nullable Instant events, long replaced, String verdicts, Map<String, Verdict> said) {
  GraphMarks {
    said = Map.copyOf(said);
  }

  static GraphMarks read(Driver driver) {
    GraphReader graph = new GraphReader(driver);
    DecisionReader decisions = new DecisionReader(driver);
    Instant now = decisions.now(Instant.EPOCH);
    Opinions opinions = new OpinionReader(driver).by(now, decisions.held(now));
    Map<String, Verdict> said = new TreeMap<>();
    opinions.accounts().forEach(account -> said.put(account, opinions.of(account)));
    // In a field of their own, because an empty graph has no newest event.
    @Nullable Instant[] events = new Instant[1];
    graph.each(
        "queries/detect/now", Map.of(), row -> events[0] = Fields.instant(row.get("latest")));
    long replaced =
        graph
            .first("queries/detect/loaded", Map.of(), row -> row.get("replaced").asLong())
            .orElse(0L);
    return new GraphMarks(events[0], replaced, sha256(said.toString()), said);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
