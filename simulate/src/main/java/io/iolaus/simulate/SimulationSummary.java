package io.iolaus.simulate;

/// What was written.
///
/// @param accounts in all
/// @param attackers accounts among them that operators run
/// @param lines events of all types
/// @param exchanges sum of their counts
/// @param bytes of the event files, compressed
public record SimulationSummary(
    long accounts, long attackers, long lines, long exchanges, long bytes) {}
