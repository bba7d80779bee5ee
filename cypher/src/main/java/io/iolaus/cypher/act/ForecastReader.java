package io.iolaus.cypher.act;

import io.iolaus.core.act.AccountFacts;
import io.iolaus.core.act.AccountSet;
import io.iolaus.core.act.CollateralForecast;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// Reads what a forecast is made of.
final class ForecastReader {

  private static final int CHUNK = 500;

  private final GraphReader graph;

  ForecastReader(GraphReader graph) {
    this.graph = graph;
  }

  /// The forecast, and whom it is about: fewer than were asked for where some are not there.
  record Read(CollateralForecast forecast, List<String> found) {}

  Read of(AccountSet accounts) {
    List<Record> rows = new ArrayList<>();
    List<String> ids = accounts.ids();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      rows.addAll(
          graph.list(
              "queries/act/facts",
              Map.of("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK))),
              r -> r));
    }
    List<String> clusters =
        rows.stream()
            .map(r -> Fields.text(r.get("cluster")))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<String, Instant> medians = new HashMap<>();
    graph
        .list("queries/act/medians", Map.of("clusters", clusters), r -> r)
        .forEach(r -> {
          if (!r.get("createdAt").isNull()) {
            medians.put(
                r.get("cluster").asString(), Instant.ofEpochMilli(r.get("createdAt").asLong()));
          }
        });
    return new Read(
        CollateralForecast.of(rows.stream().map(r -> facts(r, medians)).toList()),
        rows.stream().map(r -> r.get("account").asString()).toList());
  }

  private static AccountFacts facts(Record row, Map<String, Instant> medians) {
    List<LocalDate> paid = Fields.days(row.get("paid"));
    String cluster = Fields.text(row.get("cluster"));
    return new AccountFacts(
        row.get("account").asString(),
        Fields.instant(row.get("createdAt")),
        cluster == null ? null : medians.get(cluster),
        paid.size(),
        paid.isEmpty() ? null : begin(paid.getFirst()),
        paid.isEmpty() ? null : begin(paid.getLast()),
        row.get("kinds").asInt(),
        outside(row));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static @Nullable Double outside(Record row) {
    return Fields.number(row.get("outside"));
  }
}
