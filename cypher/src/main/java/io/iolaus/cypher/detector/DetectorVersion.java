package io.iolaus.cypher.detector;

import static io.iolaus.cypher.read.Fields.instant;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// A version of a detector that somebody proposed, published or retired at this site. Its text
/// never changes; what was decided about it is added.
///
/// @param id `shared-x@2`
/// @param digest over text and tests, see [DetectorDraft]
/// @param origin who wrote it
/// @param author who put it forward; null of one that came with the program
/// @param reason why, in the author's words
/// @param backtest id of the one that it was published on
public record DetectorVersion(
    String id,
    String detector,
    int version,
    String digest,
    DetectorOrigin origin,
    State status,
    String text,
    String tests,
    @Nullable String author,
    @Nullable String reason,
    @Nullable Instant recordedAt,
    @Nullable String approvedBy,
    @Nullable Instant publishedAt,
    @Nullable String backtest,
    @Nullable String retiredBy,
    @Nullable Instant retiredAt,
    @Nullable String retireReason) {

  /// Where a version stands.
  public enum State {
    /// Waits for a second person.
    PROPOSED,
    /// Runs, unless a later one does.
    PUBLISHED,
    /// Runs no more, nor does an earlier one.
    RETIRED;

    /// As it is stored and shown.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static DetectorVersion of(Value row) {
    return new DetectorVersion(
        row.get("id").asString(),
        row.get("detector").asString(),
        row.get("version").asInt(),
        row.get("digest").asString(),
        DetectorOrigin.of(row.get("origin").asString()),
        State.valueOf(row.get("status").asString().toUpperCase(Locale.ROOT)),
        row.get("text").asString(""),
        row.get("tests").asString(""),
        word(row.get("author")),
        word(row.get("reason")),
        instant(row.get("recordedAt")),
        word(row.get("approvedBy")),
        instant(row.get("publishedAt")),
        word(row.get("backtest")),
        word(row.get("retiredBy")),
        instant(row.get("retiredAt")),
        word(row.get("retireReason")));
  }

  private static @Nullable String word(Value value) {
    return value.isNull() ? null : value.asString();
  }

  /// The detector, as its stored text says.
  ///
  /// @throws InvalidDetectorsException where the text is not what was published
  public DetectorDraft draft() {
    String place = "DetectorVersion " + id;
    if (!digest.equals(DetectorDraft.digest(text, tests))) {
      throw InvalidDetectorsException.of(
          place,
          "its text is not the one that was published: the digest differs",
          "somebody changed it in the database; put its text back, or retire it: iolaus detectors"
              + " retire "
              + detector);
    }
    DetectorDraft draft = DetectorDraft.of(place + "/" + detector + ".cypher", text, tests);
    if (!draft.id().equals(id)) {
      throw InvalidDetectorsException.of(
          place, "its text is of " + draft.id(), "retire it: iolaus detectors retire " + detector);
    }
    return draft;
  }
}
