package io.iolaus.api.detection;

import io.iolaus.cypher.detector.DetectorVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a detector that somebody proposed, published or retired here.
///
/// @param digest over text and tests
/// @param origin `built-in` or `site`
/// @param status `proposed`, `published` or `retired`
/// @param backtest id of the one that it was proposed or published on
record DetectorVersionResponse(
    String id,
    String detector,
    int version,
    String digest,
    String origin,
    String status,
    @Nullable String author,
    @Nullable String reason,
    @Nullable Instant recordedAt,
    @Nullable String approvedBy,
    @Nullable Instant publishedAt,
    @Nullable String backtest,
    @Nullable String retiredBy,
    @Nullable Instant retiredAt,
    @Nullable String retireReason,
    String text,
    String tests) {

  static DetectorVersionResponse of(DetectorVersion v) {
    return new DetectorVersionResponse(
        v.id(),
        v.detector(),
        v.version(),
        v.digest(),
        v.origin().text(),
        v.status().text(),
        v.author(),
        v.reason(),
        v.recordedAt(),
        v.approvedBy(),
        v.publishedAt(),
        v.backtest(),
        v.retiredBy(),
        v.retiredAt(),
        v.retireReason(),
        v.text(),
        v.tests());
  }
}
