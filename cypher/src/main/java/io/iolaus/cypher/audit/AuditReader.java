package io.iolaus.cypher.audit;

import io.iolaus.core.audit.AuditHead;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.core.audit.SealedEntry;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.value.ValueException;

/// Reads the audit. May be shared by threads.
public final class AuditReader {

  private static final String BY_SEQ = "queries/audit/page";
  private static final String BY_OBJECT = "queries/audit/page-by-object";
  private static final String BY_ACTOR = "queries/audit/page-by-actor";
  private static final String BY_ACT = "queries/audit/page-by-act";
  private static final String BY_OUTCOME = "queries/audit/page-by-outcome";

  private final GraphReader graph;

  public AuditReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// Where the chain ends.
  public AuditHead head() {
    return graph
        .first(
            "queries/audit/head",
            Map.of(),
            r -> new AuditHead(r.get("seq").asLong(), r.get("hash").asString()))
        .orElse(AuditHead.NONE);
  }

  /// One page of entries, the latest first. Goes by the index of one filter, the narrowest as a
  /// rule; the other filters are looked at entry by entry.
  public Page<SealedEntry> page(AuditQuery query, int limit, @Nullable PageKey after) {
    Map<String, @Nullable Object> parameters = parameters(query);
    parameters.put(
        "before", after == null ? before(parameters) : ((Double) after.value()).longValue());
    return graph.page(
        statement(query),
        parameters,
        limit,
        after,
        row -> new PageKey((double) row.get("seq").asLong(), ""),
        AuditRows::sealed);
  }

  private static long before(Map<String, @Nullable Object> parameters) {
    return parameters.get("to") instanceof Long to && to < Long.MAX_VALUE ? to + 1 : Long.MAX_VALUE;
  }

  private static String statement(AuditQuery query) {
    if (query.object() != null) {
      return BY_OBJECT;
    }
    if (query.outcome() != null && query.outcome() != AuditOutcome.ALLOWED) {
      return BY_OUTCOME;
    }
    if (query.act() != null) {
      return BY_ACT;
    }
    if (query.actor() != null) {
      return BY_ACTOR;
    }
    return query.outcome() == null ? BY_SEQ : BY_OUTCOME;
  }

  /// Hands over entries in the order of their numbers, as they come from the database.
  public void each(AuditQuery query, Consumer<SealedEntry> consumer) {
    graph.each(
        "queries/audit/entries", parameters(query), row -> consumer.accept(AuditRows.sealed(row)));
  }

  /// Hands over all entries in the order of their numbers, whatever was done to them.
  ///
  /// @param unreadable takes what is wrong with one, and its number
  void all(Consumer<SealedEntry> consumer, ObjLongConsumer<String> unreadable) {
    Map<String, @Nullable Object> parameters = parameters(AuditQuery.ALL);
    parameters.put("from", Long.MIN_VALUE);
    graph.each(
        "queries/audit/entries",
        parameters,
        row -> {
          @Nullable SealedEntry entry = null;
          try {
            entry = AuditRows.sealed(row);
          } catch (IllegalArgumentException | ValueException e) {
            unreadable.accept(
                String.valueOf(e.getMessage()), row.get("seq").asNumber().longValue());
          }
          if (entry != null) {
            consumer.accept(entry);
          }
        });
  }

  /// Acts that began before a time and have not ended.
  public List<AuditLog.Begun> begun(Instant before) {
    return graph.list(
        "queries/audit/begun", Map.of("before", before.atZone(ZoneOffset.UTC)), AuditReader::begun);
  }

  private static AuditLog.Begun begun(Record row) {
    return new AuditLog.Begun(
        row.get("id").asString(),
        AuditRows.note(row, AuditOutcome.UNKNOWN)
            .with("begun", row.get("at").asZonedDateTime().toInstant().toString()));
  }

  private Map<String, @Nullable Object> parameters(AuditQuery query) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("actor", query.actor());
    parameters.put("act", query.act() == null ? null : query.act().text());
    parameters.put("objectType", query.objectType());
    parameters.put("object", query.object());
    parameters.put("outcome", query.outcome() == null ? null : query.outcome().text());
    parameters.put("from", query.from() == null ? 1L : firstAt(query.from()));
    parameters.put("to", query.to() == null ? Long.MAX_VALUE : firstAt(query.to()) - 1);
    return parameters;
  }

  private long firstAt(Instant at) {
    return graph
        .first(
            "queries/audit/first-at",
            Map.of("at", at.atZone(ZoneOffset.UTC)),
            r -> r.get("seq").asLong())
        .orElse(Long.MAX_VALUE);
  }
}
