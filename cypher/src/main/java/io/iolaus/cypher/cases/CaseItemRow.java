package io.iolaus.cypher.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account or a cluster that is in a case, or was.
///
/// @param there whether the graph has it
/// @param state of a cluster: `labelled`, `review`
/// @param standing of a cluster: `stands`, `merged`, `ended`
/// @param into the cluster that it goes on in, where it was merged
/// @param members how many accounts the cluster had when it was put in
/// @param left how many of these are still members of it
/// @param parts clusters that those accounts are in now, or the account, that with most of them
///   first; at most twenty
public record CaseItemRow(
    String type,
    String id,
    Instant addedAt,
    String addedBy,
    String reason,
    @Nullable Instant removedAt,
    @Nullable String removedBy,
    @Nullable String removedReason,
    boolean there,
    @Nullable String state,
    @Nullable String standing,
    @Nullable String into,
    long members,
    long left,
    List<Part> parts) {
  public CaseItemRow {
    parts = List.copyOf(parts);
  }

  /// A cluster with accounts of what is in the case.
  public record Part(String cluster, long accounts) {}
}
