package io.iolaus.simulate.scoring;

/// One number of a score, for programs.
///
/// @param measure what is measured, as `strict-f1`
/// @param of of what, as `D2`; empty where it is the whole
/// @param value a count, a rate from 0 to 1 or as the measure says; NaN where there is none
public record Figure(String measure, String of, double value) {}
