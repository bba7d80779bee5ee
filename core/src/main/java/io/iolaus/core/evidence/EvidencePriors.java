package io.iolaus.core.evidence;

import java.util.Map;

/// What sharing is worth before any data is seen: how often accounts of one operator show the same
/// thing (`m`), and how many bits one thing can give at most, because even a thing that only two
/// accounts show may be shared innocently.
///
/// The bound is the reading of "once in how many unrelated pairs is this shared for an innocent
/// reason": 14 bits for a card is once in 16,000; 4 bits for a /24 is once in 16. Rarity in the
/// data lowers the value, it never raises it above the bound.
///
/// @param m probability, in (0, 1], that another account of the operator shows it
/// @param maxBits bound of its evidence, at least 0
public record EvidencePriors(double m, double maxBits) {

  private static final Map<String, EvidencePriors> BY_DETECTOR =
      Map.of(
          "shared-instrument", new EvidencePriors(0.6, 14),
          "shared-wallet-or-billing-name", new EvidencePriors(0.6, 12),
          "shared-address", new EvidencePriors(0.5, 8),
          "shared-network", new EvidencePriors(0.5, 4),
          "shared-identifier", new EvidencePriors(0.6, 12),
          "shared-client", new EvidencePriors(0.9, 3),
          "shared-prompt-family", new EvidencePriors(0.7, 11),
          "shared-system-prompt", new EvidencePriors(0.7, 6),
          "co-timing", new EvidencePriors(0.5, 8),
          "creation-cohort", new EvidencePriors(0.5, 4));

  private static final Map<Facet, EvidencePriors> BY_FACET =
      Map.of(
          Facet.PAYMENT, new EvidencePriors(0.6, 10),
          Facet.NETWORK, new EvidencePriors(0.5, 4),
          Facet.CLIENT, new EvidencePriors(0.6, 8),
          Facet.PROMPT, new EvidencePriors(0.6, 8),
          Facet.TIMING, new EvidencePriors(0.5, 6),
          Facet.CREATION, new EvidencePriors(0.5, 3));

  public EvidencePriors {
    if (!(m > 0 && m <= 1) || !(maxBits >= 0)) {
      throw new IllegalArgumentException("m must be in (0, 1], maxBits ≥ 0: " + m + ", " + maxBits);
    }
  }

  /// The priors of a detector; one that is not known here has those of its facet.
  public static EvidencePriors of(String detector, Facet facet) {
    EvidencePriors own = BY_DETECTOR.get(detector);
    return own != null ? own : BY_FACET.getOrDefault(facet, new EvidencePriors(0.5, 3));
  }

  /// Evidence of sharing something that `owners` of `population` independent owners show.
  ///
  /// @return bits, log2(m / u), in 0..maxBits
  public double bits(int owners, int population) {
    double u = Math.max(1, owners) / (double) Math.max(2, population);
    return Math.clamp(log2(m / u), 0, maxBits);
  }

  /// Binary logarithm.
  public static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
