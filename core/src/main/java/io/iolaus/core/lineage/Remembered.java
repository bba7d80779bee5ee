package io.iolaus.core.lineage;

import java.util.Set;

/// A cluster as the runs so far left it.
///
/// @param members ids of the accounts that it was last known to have; of a dormant one those that
///   it fell dormant with
/// @param acting those of them that acted, and might, when they were last seen in it
public record Remembered(String id, Lifecycle lifecycle, Set<String> members, Set<String> acting) {
  public Remembered {
    members = Set.copyOf(members);
    acting = Set.copyOf(acting);
  }
}
