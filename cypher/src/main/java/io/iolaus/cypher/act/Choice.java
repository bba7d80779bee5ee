package io.iolaus.cypher.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whom somebody wants to decide about.
public sealed interface Choice {

  /// Accounts by their ids.
  record Accounts(List<String> ids) implements Choice {
    public Accounts {
      ids = List.copyOf(ids);
    }

    @Override
    public String text() {
      return "accounts by their ids";
    }
  }

  /// Members of a cluster.
  ///
  /// @param state `labelled` or `review`; null for all
  /// @param minMembership, maxMembership bounds, included, of how surely they are members; 0 to 1
  /// @param onlyFacet the kind of evidence that alone ties them, null for whatever ties them
  record Members(
      String cluster,
      @Nullable String state,
      @Nullable Double minMembership,
      @Nullable Double maxMembership,
      @Nullable String onlyFacet)
      implements Choice {

    @Override
    public String text() {
      List<String> parts = new ArrayList<>();
      if (state != null) {
        parts.add("state " + state);
      }
      if (minMembership != null) {
        parts.add(String.format(Locale.ROOT, "membership %s or more", minMembership));
      }
      if (maxMembership != null) {
        parts.add(String.format(Locale.ROOT, "membership %s or less", maxMembership));
      }
      if (onlyFacet != null) {
        parts.add("tied by " + onlyFacet + " alone");
      }
      return "members of "
          + cluster
          + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }
  }

  /// For people.
  String text();
}
