package io.iolaus.cypher.detect;

import io.iolaus.core.abuse.AccountTraits;
import io.iolaus.core.activity.ActivityDay;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.decision.Opinions;
import io.iolaus.core.detect.Population;
import io.iolaus.core.detect.StoredActivity;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.core.prompt.SampledPrompts;
import io.iolaus.cypher.detector.DetectorWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// What a run knows of one account, from its row of `queries/detect/population`.
final class PopulationRow {

  private PopulationRow() {}

  static Population.Entry entry(Record row, DetectorWindow window, Opinions opinions) {
    String id = row.get("id").asString();
    StoredActivity stored =
        row.get("activity").isNull()
            ? StoredActivity.none()
            : new StoredActivity(
                row.get("activity").asByteArray(), window.fromDay(), window.asOfDay());
    ActivityWindow activity = stored.read();
    PromptReservoir prompts =
        row.get("prompts").isNull()
            ? new PromptReservoir()
            : PromptReservoir.fromBytes(row.get("prompts").asByteArray());
    SampledPrompts sampled = prompts.sampled(false, window.fromDay(), window.asOfDay());
    int addresses = row.get("addresses").asInt();
    List<Object> instruments = row.get("instruments").asList();
    int shown =
        bit(Facet.PAYMENT, !instruments.isEmpty())
            | bit(Facet.NETWORK, addresses > 0)
            | bit(Facet.CLIENT, row.get("identifies").asBoolean())
            | bit(Facet.PROMPT, !sampled.isEmpty());
    return new Population.Entry(
        id,
        text(row.get("emailDomain")),
        text(row.get("verifiedBy")),
        traits(row, activity, addresses, instruments, opinions.barred(id)),
        stored,
        sampled,
        prompts.sampled(true, window.fromDay(), window.asOfDay()),
        row.get("prefixes").asInt(),
        shown,
        opinions.of(id),
        firstSeen(instant(row.get("firstSeen")), window.asOf()),
        lastSeen(instant(row.get("lastSeen")), activity, window.asOf()));
  }

  private static @Nullable Instant firstSeen(@Nullable Instant first, Instant asOf) {
    return first != null && first.isAfter(asOf) ? null : first;
  }

  /// The graph keeps the very last time only: that of an earlier moment is known by the hour.
  private static @Nullable Instant lastSeen(
      @Nullable Instant last, ActivityWindow activity, Instant asOf) {
    if (last == null || !last.isAfter(asOf)) {
      return last;
    }
    for (ActivityDay day : activity.days().reversed()) {
      for (int hour = 23; hour >= 0; hour--) {
        Instant began = day.date().atTime(hour, 0).toInstant(ZoneOffset.UTC);
        if (day.inHour(hour) > 0 && !began.isAfter(asOf)) {
          return began;
        }
      }
    }
    return null;
  }

  private static @Nullable Instant instant(Value value) {
    return value.isNull() ? null : value.asZonedDateTime().toInstant();
  }

  private static AccountTraits traits(
      Record row,
      ActivityWindow activity,
      int addresses,
      List<Object> instruments,
      boolean barred) {
    Map<String, Integer> kinds = new HashMap<>();
    for (Object kind : instruments) {
      kinds.merge((String) kind, 1, Integer::sum);
    }
    Map<String, Long> use = new HashMap<>();
    for (Value pair : row.get("networkUse").values()) {
      use.merge(pair.get(0).asString("unknown"), pair.get(1).asLong(), Long::sum);
    }
    return AccountTraits.of(
        createdAt(row),
        barred || "suspended".equals(text(row.get("status"))),
        activity,
        use,
        addresses,
        row.get("prefixes").asInt(),
        kinds);
  }

  /// A placeholder has no creation time: the epoch, which no event can have, stands for that.
  private static Instant createdAt(Record row) {
    return row.get("createdAt").isNull()
        ? Instant.EPOCH
        : row.get("createdAt").asZonedDateTime().toInstant();
  }

  private static int bit(Facet facet, boolean set) {
    return set ? 1 << facet.index() : 0;
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
