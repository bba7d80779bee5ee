package io.iolaus.cypher.decision;

import io.iolaus.core.decision.DecisionKind;
import io.iolaus.cypher.read.PageKey;
import org.jspecify.annotations.Nullable;

/// Which decisions to list.
///
/// @param kind, by, account, cluster null lets all through; a cluster stands for those that go on
///   in it as well
/// @param standing as in [DecisionRow], null lets all through
/// @param after the last row of the page before
public record DecisionQuery(
    @Nullable DecisionKind kind,
    @Nullable String by,
    @Nullable String account,
    @Nullable String cluster,
    @Nullable String standing,
    int limit,
    @Nullable PageKey after) {

  /// All, one page of so many.
  public static DecisionQuery all(int limit) {
    return new DecisionQuery(null, null, null, null, null, limit, null);
  }
}
