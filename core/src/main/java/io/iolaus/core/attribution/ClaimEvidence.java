package io.iolaus.core.attribution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody said about an organization's part in a group. A statement, never a fact.
///
/// @param organization the organization it is about
/// @param statement `operates`, `denies`, `confirms` or `withdraws`
/// @param by who said it
/// @param bySelf whether the organization speaks about itself
/// @param at when
/// @param campaign what it is said to run, where that has a name
/// @param reference what it rests on, where it says so
public record ClaimEvidence(
    String organization,
    String statement,
    String by,
    boolean bySelf,
    Instant at,
    @Nullable String campaign,
    @Nullable String reference) {}
