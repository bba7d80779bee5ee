package io.iolaus.core.attribution;

/// What somebody said about an organization's part in a group. A statement, never a fact.
///
/// @param organization the organization it is about
/// @param statement `operates`, `denies`, `confirms` or `withdraws`
/// @param by who said it
/// @param bySelf whether the organization speaks about itself
public record ClaimEvidence(String organization, String statement, String by, boolean bySelf) {}
