package io.iolaus.cypher.subgraph;

import io.iolaus.cypher.entity.EntityType;
import java.util.List;

/// A thing that members of a cluster share, with who they are.
///
/// @param bits of evidence
/// @param total how many accounts share it anywhere
/// @param accounts ids of the members that share it, in byte order
public record SharedThing(
    EntityType type, String id, String label, double bits, long total, List<String> accounts) {
  public SharedThing {
    accounts = List.copyOf(accounts);
  }

  /// How an account is joined to it, as in [io.iolaus.cypher.entity.Relation].
  public String relation() {
    return relation(type);
  }

  /// How accounts are joined to things of this type.
  ///
  /// @throws IllegalArgumentException for accounts
  public static String relation(EntityType type) {
    return Columns.relation(type);
  }
}
