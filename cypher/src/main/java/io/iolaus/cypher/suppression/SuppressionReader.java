package io.iolaus.cypher.suppression;

import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// Reads what is suppressed and what that hides. Whether a suppression holds is asked of the clock:
/// it is about what we want to see, not about the world. May be shared by threads.
public final class SuppressionReader {

  /// What ends within this is said to.
  public static final Duration SOON = Duration.ofDays(7);

  private final GraphReader graph;
  private final Clock clock;

  public SuppressionReader(Driver driver, Clock clock) {
    this.graph = new GraphReader(driver);
    this.clock = clock;
  }

  /// Those that hold now.
  public Suppressed holding() {
    return new Suppressed(
        graph
            .list(
                "queries/suppression/holding",
                Map.of("now", clock.instant().atZone(ZoneOffset.UTC)),
                r -> r)
            .stream()
            .collect(
                Collectors.toMap(
                    r -> r.get("id").asString(), r -> Scope.parse(r.get("scope").asString()))));
  }

  /// How much of what stands is not listed.
  public Hiding hiding(Suppressed suppressed) {
    if (suppressed.clusters().isEmpty() && suppressed.accounts().isEmpty()) {
      return new Hiding(0, 0);
    }
    return graph
        .first(
            "queries/suppression/hiding",
            Map.of(
                "clusters", List.copyOf(suppressed.clusters()),
                "accounts", List.copyOf(suppressed.accounts())),
            r -> new Hiding(r.get("clusters").asLong(), r.get("accounts").asLong()))
        .orElseThrow();
  }

  /// How many members of a cluster are not listed.
  public long hidingIn(String cluster, Suppressed suppressed) {
    return suppressed.accounts().isEmpty()
        ? 0
        : graph
            .first(
                "queries/suppression/hiding-in",
                Map.of("cluster", cluster, "accounts", List.copyOf(suppressed.accounts())),
                r -> r.get("accounts").asLong())
            .orElseThrow();
  }

  /// A suppression of just this that holds now.
  public Optional<SuppressionRow> of(Scope scope) {
    return rows().stream()
        .filter(SuppressionRow::holding)
        .filter(row -> row.scope().equals(scope.text()))
        .findFirst();
  }

  /// One suppression, ended or not.
  public Optional<SuppressionRow> one(String id) {
    return rows().stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /// Suppressions, the latest first.
  ///
  /// @param all those that ended, too
  public Page<SuppressionRow> list(boolean all, int limit, @Nullable PageKey after) {
    List<SuppressionRow> found = rows().stream().filter(row -> all || row.holding()).toList();
    List<SuppressionRow> page =
        found.stream()
            .filter(row -> after == null || row.seq() < ((Double) after.value()).longValue())
            .limit(limit + 1L)
            .toList();
    return Page.of(page, limit, found.size(), row -> new PageKey((double) row.seq(), row.id()));
  }

  private List<SuppressionRow> rows() {
    Instant now = clock.instant();
    return graph.list("queries/suppression/rows", Map.of(), r -> row(r, now));
  }

  private static SuppressionRow row(Record r, Instant now) {
    Scope scope = Scope.parse(r.get("scope").asString());
    boolean evidence = scope instanceof Scope.Thing || scope instanceof Scope.Detector;
    Instant expiresAt = r.get("expiresAt").asZonedDateTime().toInstant();
    Instant endedAt = Fields.instant(r.get("endedAt"));
    return new SuppressionRow(
        r.get("id").asString(),
        r.get("seq").asLong(),
        scope.text(),
        r.get("reason").asString(),
        r.get("owner").asString(),
        r.get("recordedAt").asZonedDateTime().toInstant(),
        expiresAt,
        endedAt,
        Fields.text(r.get("endedBy")),
        standing(now, expiresAt, endedAt),
        r.get("links").asLong(),
        evidence ? r.get("runAccounts").asLong() : r.get("accounts").asLong(),
        r.get("clusters").asLong(),
        r.get("labelled").asLong(),
        evidence ? Fields.text(r.get("run")) : null);
  }

  private static String standing(Instant now, Instant expiresAt, @Nullable Instant endedAt) {
    if (endedAt != null) {
      return "ended";
    }
    if (!expiresAt.isAfter(now)) {
      return "expired";
    }
    return expiresAt.isAfter(now.plus(SOON)) ? "holds" : "ends-soon";
  }
}
