package io.iolaus.core.explain;

import io.iolaus.core.detect.Involvement;
import io.iolaus.core.evidence.Facet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fewest links without which an account would no longer have the state it has: a labelled one
/// would not be labelled, one for review would be no member.
///
/// **Why the set is minimal in the strict sense.** Bits are means over what an account shows of a
/// kind, so taking a link away may *raise* a facet: that no single link can be spared does not show
/// that no subset frees. But a set of the least *number* of links has no proper subset that frees,
/// because any such subset would be smaller. Hence the search is for the least number.
///
/// **Why it is found.** A link belongs to one facet, and the state depends on the links by the bits
/// of the facets and by what the account does of what the cluster is after ({@link Involvement});
/// it never rises when these fall (`MemberRule`). So it is enough to know for each facet, for each
/// number of links taken from it, the least of each that can be had ({@link FacetOptions}), and to
/// try numbers in ascending order. Links that {@link FacetOptions} leaves alone, as many addresses,
/// are kept as though they were none: a set that is the smallest among the other links has no
/// proper subset that frees either.
final class MinimalSet {

  /// What frees an account.
  ///
  /// @param removed places of the links
  /// @param after where it would stand without them
  record Found(BitSet removed, Standing after) {}

  private final Weighing weighing;
  private final Standing now;
  private final List<List<FacetOptions.Option>> facets = new ArrayList<>();
  private final List<Facet> names = new ArrayList<>();
  private int most;

  MinimalSet(Weighing weighing, Standing now) {
    this(weighing, now, FacetOptions.EACH);
  }

  /// @param each up to so many links of a facet all subsets are tried
  MinimalSet(Weighing weighing, Standing now, int each) {
    this.weighing = weighing;
    this.now = now;
    FacetOptions options = new FacetOptions(weighing, each);
    for (Facet facet : Facet.values()) {
      List<FacetOptions.Option> ofFacet = options.of(facet);
      if (!ofFacet.isEmpty()) {
        facets.add(ofFacet);
        names.add(facet);
        most += ofFacet.getLast().count();
      }
    }
  }

  /// The set; empty for an account outside, and where it is not by links that it is where it is.
  Optional<Found> find() {
    if (now.state() == Standing.State.OUTSIDE) {
      return Optional.empty();
    }
    Map<Facet, Double> bits = new EnumMap<>(Facet.class);
    bits.putAll(now.facets());
    for (int number = 0; number <= most; number++) {
      BitSet removed = new BitSet();
      if (frees(0, number, bits, nothingLeft(), removed)) {
        BitSet kept = weighing.account().all();
        kept.andNot(removed);
        Standing after = weighing.standing(kept);
        return after.state().compareTo(now.state()) < 0
            ? Optional.of(new Found(removed, after))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// What the account does whatever links it has: before facets add what is left of them.
  private Involvement nothingLeft() {
    return new Involvement(
        now.own(), now.part().skeletons(), weighing.holding().active(), false, now.part().usual());
  }

  /// Takes `number` links from the facets from `at` on; whether that frees.
  private boolean frees(
      int at, int number, Map<Facet, Double> bits, Involvement part, BitSet removed) {
    if (at == facets.size()) {
      return number == 0 && weighing.standing(bits, part).state().compareTo(now.state()) < 0;
    }
    Facet facet = names.get(at);
    double whole = bits.getOrDefault(facet, 0.0);
    for (FacetOptions.Option option : facets.get(at)) {
      if (option.count() > number) {
        break;
      }
      bits.put(facet, option.bits());
      removed.or(option.removed());
      Involvement left =
          new Involvement(
              Math.min(part.own(), option.part().own()),
              Math.min(part.skeletons(), option.part().skeletons()),
              part.active() || option.part().active(),
              part.anchored() || option.part().anchored(),
              part.usual());
      if (frees(at + 1, number - option.count(), bits, left, removed)) {
        return true;
      }
      removed.andNot(option.removed());
    }
    bits.put(facet, whole);
    return false;
  }
}
