package io.iolaus.cypher.detect;

import io.iolaus.core.abuse.AccountTraits;
import io.iolaus.core.activity.ActivityDay;
import io.iolaus.core.activity.ActivityProfile;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.activity.Dimension;
import io.iolaus.core.detect.Population;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.cypher.detector.DetectorWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// What a run knows of one account, from its row of `queries/detect/population`.
final class PopulationRow {

  /// What a run asks of activity: language is no evidence, and clients are things that are shared.
  private static final Set<Dimension> JUDGED_BY = EnumSet.of(Dimension.MODEL, Dimension.CAPABILITY);

  private PopulationRow() {}

  static Population.Entry entry(Record row, DetectorWindow window, Verdict verdict) {
    ActivityProfile profile =
        row.get("activity").isNull()
            ? new ActivityProfile()
            : ActivityProfile.fromBytes(
                row.get("activity").asByteArray(), JUDGED_BY, String::intern);
    ActivityWindow activity = profile.window(window.fromDay(), window.asOfDay());
    PromptReservoir prompts =
        row.get("prompts").isNull()
            ? new PromptReservoir()
            : PromptReservoir.fromBytes(row.get("prompts").asByteArray());
    List<PromptReservoir.Entry> sampled = within(prompts.entries(false), window);
    int addresses = row.get("addresses").asInt();
    List<Object> instruments = row.get("instruments").asList();
    int shown =
        bit(Facet.PAYMENT, !instruments.isEmpty())
            | bit(Facet.NETWORK, addresses > 0)
            | bit(Facet.CLIENT, row.get("identifies").asBoolean())
            | bit(Facet.PROMPT, !sampled.isEmpty());
    return new Population.Entry(
        row.get("id").asString(),
        text(row.get("emailDomain")),
        text(row.get("verifiedBy")),
        traits(row, activity, addresses, instruments, verdict),
        activity,
        sampled,
        within(prompts.entries(true), window),
        row.get("prefixes").asInt(),
        shown,
        verdict,
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

  /// What was prompted on the days of the window: later days must not speak in a run for an earlier
  /// moment.
  private static List<PromptReservoir.Entry> within(
      List<PromptReservoir.Entry> entries, DetectorWindow window) {
    List<PromptReservoir.Entry> kept = new ArrayList<>();
    for (PromptReservoir.Entry entry : entries) {
      int[] places =
          IntStream.range(0, entry.days().length)
              .filter(d ->
                  entry.days()[d] >= window.fromDay().toEpochDay()
                      && entry.days()[d] <= window.asOfDay().toEpochDay())
              .toArray();
      if (places.length > 0) {
        kept.add(
            new PromptReservoir.Entry(
                entry.sketch(),
                IntStream.of(places).map(d -> entry.days()[d]).toArray(),
                IntStream.of(places).mapToLong(d -> entry.counts()[d]).toArray()));
      }
    }
    return List.copyOf(kept);
  }

  private static @Nullable Instant instant(Value value) {
    return value.isNull() ? null : value.asZonedDateTime().toInstant();
  }

  private static AccountTraits traits(
      Record row,
      ActivityWindow activity,
      int addresses,
      List<Object> instruments,
      Verdict verdict) {
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
        verdict == Verdict.FRAUDULENT || "suspended".equals(text(row.get("status"))),
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
