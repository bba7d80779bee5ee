package io.iolaus.cypher.backtest;

import io.iolaus.core.backtest.BacktestFigures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a version of a detector would have changed, as it was found out once. Never changed.
///
/// @param version of the candidate
/// @param digest of its text and tests, see `DetectorDraft`
/// @param catalog the detectors it was compared with, each with version and digest
/// @param asOf the moment that was looked at
/// @param window how far back, ISO-8601
/// @param events newest event in the graph then
/// @param replaced how often batches had been replaced by then
/// @param verdicts digest of all that people had decided by then
/// @param cases how many test cases it passed
/// @param by who asked for it
public record Backtest(
    String id,
    String detector,
    int version,
    String digest,
    List<String> catalog,
    Instant asOf,
    String window,
    @Nullable Instant events,
    long replaced,
    String verdicts,
    int cases,
    String by,
    @Nullable Instant recordedAt,
    BacktestFigures figures) {
  public Backtest {
    catalog = List.copyOf(catalog);
  }
}
