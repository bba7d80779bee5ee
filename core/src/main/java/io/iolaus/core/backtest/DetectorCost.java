package io.iolaus.core.backtest;

import org.jspecify.annotations.Nullable;

/// What one run of a detector took and brought.
///
/// @param status `complete`, `partial` or `failed`
/// @param reason why it is not complete
/// @param links how many it found
/// @param members sum of their accounts
/// @param millis from asking the database to its last row
public record DetectorCost(
    int version, String status, @Nullable String reason, int links, long members, long millis) {}
