package io.iolaus.ingest.write;

import io.iolaus.core.activity.ActivityProfile;
import io.iolaus.core.days.DayCounts;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.ExchangeFold;
import java.util.Optional;

/// What the graph holds of an account that this transaction has locked.
record StoredAccount(GraphRow row) {

  /// Whether the transaction has only just made it.
  boolean isNew() {
    return row.isNull("exchanges");
  }

  boolean isPlaceholder() {
    return row.flag("placeholder");
  }

  FactSet facts() {
    return FactSet.stored(row.texts("facts"), row.numbers("factsKnown"));
  }

  KnownEvents events() {
    return row.optionalBytes("eventIds").map(KnownEvents::new).orElseGet(KnownEvents::new);
  }

  Optional<ExchangeFold> exchanges() {
    if (row.isNull("firstSeen")) {
      return Optional.empty();
    }
    return Optional.of(
        new ExchangeFold(
            new DayCounts(row.days("days"), row.numbers("dayExchanges")),
            ActivityProfile.fromBytes(row.bytes("activity")),
            PromptReservoir.fromBytes(row.bytes("prompts")),
            row.number("inputTokens"),
            row.number("outputTokens"),
            row.instant("firstSeen").toEpochMilli(),
            row.instant("lastSeen").toEpochMilli()));
  }

  /// When each of its days became known, as {@link Runs#starts}.
  long[] known() {
    return row.numbers("known");
  }

  /// How many edges of a type it has.
  ///
  /// @param column the type as a column name
  long degree(String column) {
    return row.number(column);
  }
}
