package io.iolaus.cypher.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Two moments from which the graph is looked at. They are independent: what happened by `asOf`, as
/// far as was known at `knownAt`.
///
/// @param asOf the moment in the world, null for now. Accounts, facts, claims and verdicts are
///   there from their own instant on; activity counts by whole days (UTC), that of the moment
///   included
/// @param knownAt the moment of our knowledge, null for now: what came later is left out, and what
///   was withdrawn later is there
public record View(@Nullable Instant asOf, @Nullable Instant knownAt) {

  /// Everything, as known now.
  public static final View NOW = new View(null, null);

  /// Later than any time of the format.
  private static final Instant EVER = Instant.parse("2200-01-01T00:00:00Z");

  /// Whether nothing is left out.
  public boolean isNow() {
    return asOf == null && knownAt == null;
  }

  /// What the statements under `queries/history` take of it, to be added to: `asOf` and `knownAt`
  /// (instants), `day` (date of `asOf`), `dayAfter` (instant at which the next one begins), `known`
  /// (`knownAt` in epoch milliseconds).
  public Map<String, @Nullable Object> parameters() {
    Instant moment = Objects.requireNonNullElse(asOf, EVER);
    Instant knowledge = Objects.requireNonNullElse(knownAt, EVER);
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("asOf", moment.atZone(ZoneOffset.UTC));
    LocalDate day = moment.atZone(ZoneOffset.UTC).toLocalDate();
    parameters.put("day", day);
    parameters.put("dayAfter", day.plusDays(1).atStartOfDay(ZoneOffset.UTC));
    parameters.put("knownAt", knowledge.atZone(ZoneOffset.UTC));
    parameters.put("known", knowledge.toEpochMilli());
    return parameters;
  }

  /// For people: "as of 2026-05-01T00:00:00Z, as known at …"; empty for now.
  public String text() {
    String world = asOf == null ? "" : "as of " + asOf;
    String knowledge = knownAt == null ? "" : "as known at " + knownAt;
    return world + (world.isEmpty() || knowledge.isEmpty() ? "" : ", ") + knowledge;
  }
}
