package io.iolaus.core.explain;

import io.iolaus.core.detect.Involvement;
import io.iolaus.core.detect.MemberRule;
import io.iolaus.core.evidence.Facet;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Where an account stands with a cluster.
///
/// @param facets evidence of each facet that it belongs, in bits; negative where a facet speaks
///   against it, left out where there is next to none
/// @param bits log-odds in bits that it belongs: prior and facets together
/// @param part what it does of what the cluster is after
public record Standing(Map<Facet, Double> facets, double bits, Involvement part, State state) {

  /// From outside to labelled.
  public enum State {
    /// No member.
    OUTSIDE,
    /// A member that is worth a look.
    REVIEW,
    /// A labelled member.
    LABELLED;

    /// As in all output: lower case.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Standing {
    facets = facets.isEmpty() ? Map.of() : new EnumMap<>(facets);
  }

  /// Probability, 0..1, that the account acts for the cluster's operator.
  public double membership() {
    return MemberRule.probability(bits);
  }

  /// Its share, 0..1, in what the cluster is after.
  public double own() {
    return part.own();
  }

  /// Evidence of a facet, 0 where there is next to none.
  public double bits(Facet facet) {
    return facets.getOrDefault(facet, 0.0);
  }
}
