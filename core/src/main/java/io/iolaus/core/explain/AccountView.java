package io.iolaus.core.explain;

import io.iolaus.core.evidence.Facet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one account shows now, as far as it can be evidence.
///
/// @param id of the account
/// @param links all its edges to what it shows, in a fixed order
/// @param prompts whether any of its prompts were sampled within the window
/// @param contract whether an organization vouches for it by contract: never drawn into a group
/// @param legitimate whether those who decided about it agree that it is legitimate
public record AccountView(
    String id, List<ShownLink> links, boolean prompts, boolean contract, boolean legitimate) {

  private static final float LEAST_SHARE = 0.001f;

  public AccountView {
    links = List.copyOf(links);
  }

  /// A thing by the label of its node and its id.
  record Thing(String type, String key) {}

  /// What it shows by some of its links.
  ///
  /// @param strengths for each thing that a detector sees, how much of the account's activity in
  ///   the facet is on it; in a fixed order
  /// @param facets in which it shows anything, shared or not: bit {@link Facet#index()}
  record Shown(Map<Thing, Float> strengths, int facets) {}

  /// All of its links.
  BitSet all() {
    BitSet all = new BitSet(links.size());
    all.set(0, links.size());
    return all;
  }

  /// What it would show by these links alone, by their places.
  Shown shown(BitSet kept) {
    int addresses = 0;
    Set<String> ranges = new HashSet<>();
    int facets = prompts ? bit(Facet.PROMPT) : 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      ShownLink link = links.get(i);
      switch (link.sign()) {
        case ADDRESS -> {
          addresses++;
          ranges.add(String.valueOf(link.range()));
          facets |= bit(Facet.NETWORK);
        }
        case INSTRUMENT -> facets |= bit(Facet.PAYMENT);
        case IDENTIFIER, SOFTWARE -> facets |= bit(Facet.CLIENT);
        case PAYER, PROMPTS, SYSTEM_PROMPTS, MOMENTS, PAUSES, PIVOT, COHORT, RANGE -> {}
      }
    }
    Map<Thing, Float> strengths = new HashMap<>();
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      ShownLink link = links.get(i);
      if (link.counts()) {
        strengths.put(new Thing(link.sign().type(), link.key()), strength(link, addresses));
        if (link.range() != null) {
          strengths.put(new Thing(Sign.RANGE.type(), link.range()), 1f / ranges.size());
        }
      }
    }
    return new Shown(strengths, facets);
  }

  private static float strength(ShownLink link, int addresses) {
    return switch (link.sign()) {
      case ADDRESS -> 1f / addresses;
      case PROMPTS, SYSTEM_PROMPTS -> Math.max(LEAST_SHARE, (float) link.share());
      default -> 1f;
    };
  }

  private static int bit(Facet facet) {
    return 1 << facet.index();
  }
}
