package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What resolution found: groups of accounts that are likelier run by one operator than by several.
///
/// @param clusters the groups, largest first, ties by the first account
public record Resolution(List<Group> clusters) {

  public Resolution {
    clusters =
        clusters.stream()
            .sorted(
                Comparator.comparingInt((Group g) -> -g.members().size())
                    .thenComparingInt(g -> g.members().getFirst().account()))
            .toList();
  }

  /// One group.
  ///
  /// @param members its accounts, ascending by index
  /// @param supports what ties them, strongest first
  /// @param profile what they show, and how common that is elsewhere
  public record Group(List<Member> members, List<Support> supports, ProfileTable profile) {
    public Group {
      members = members.stream().sorted(Comparator.comparingInt(Member::account)).toList();
      supports = List.copyOf(supports);
    }
  }

  /// One account of a group.
  ///
  /// @param account its index
  /// @param facetBits evidence of each facet that it belongs, in bits; negative where a facet
  ///   speaks against it
  /// @param bits log-odds in bits that it belongs: prior and facets together
  public record Member(int account, Map<Facet, Double> facetBits, double bits) {
    public Member {
      facetBits = Map.copyOf(facetBits);
    }

    /// Probability that the account belongs, 0..1, were the evidence taken at its word.
    public double probability() {
      return 1 / (1 + Math.pow(2, -bits));
    }

    /// Log-odds in bits without a facet.
    public double bitsWithout(Facet facet) {
      return bits - facetBits.getOrDefault(facet, 0.0);
    }
  }

  /// One shared thing that ties a group or was discounted for it.
  ///
  /// @param thing its index in the evidence graph
  /// @param members how many of the group show it
  /// @param bits log2 of how much likelier a member shows it than an outsider, hub judgement
  ///   included
  /// @param coverage hub judgement: the part of its users that something else ties together; 1
  ///   where it is no hub
  public record Support(int thing, int members, double bits, double coverage) {}
}
