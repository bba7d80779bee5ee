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
      Map.ofEntries(
          Map.entry("shared-instrument", new EvidencePriors(0.6, 14)),
          Map.entry("shared-address", new EvidencePriors(0.5, 8)),
          Map.entry("shared-network", new EvidencePriors(0.5, 4)),
          Map.entry("shared-identifier", new EvidencePriors(0.6, 6)),
          Map.entry("shared-prompt-family", new EvidencePriors(0.7, 11)),
          Map.entry("shared-system-prompt", new EvidencePriors(0.7, 9)),
          Map.entry("co-timing", new EvidencePriors(0.5, 8)),
          Map.entry("lockstep", new EvidencePriors(0.5, 8)),
          Map.entry("model-pivot", new EvidencePriors(0.5, 2.5)),
          Map.entry("creation-cohort", new EvidencePriors(0.5, 4)));

  /// Identifiers differ in how they come to be shared: a device belongs to somebody, a TLS
  /// fingerprint is that of a library, a referrer that of a link which anybody may have clicked.
  private static final Map<String, EvidencePriors> BY_IDENTIFIER_KIND =
      Map.of(
          "device", new EvidencePriors(0.6, 12),
          "phone", new EvidencePriors(0.6, 12),
          "email", new EvidencePriors(0.6, 13),
          "api-key", new EvidencePriors(0.6, 13),
          "wallet", new EvidencePriors(0.6, 12),
          "billing-name", new EvidencePriors(0.6, 8),
          "tls", new EvidencePriors(0.6, 2.5),
          "referrer", new EvidencePriors(0.6, 2.5),
          "client", new EvidencePriors(0.9, 2.5));

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

  /// The priors of a shared thing: those of its kind if it is an identifier (keys are
  /// `kind:value`), else of its detector, else of its facet.
  public static EvidencePriors of(SharedThing thing) {
    EvidencePriors own = null;
    int colon = thing.key().indexOf(':');
    if (thing.type().equals("Identifier") && colon > 0) {
      own = BY_IDENTIFIER_KIND.get(thing.key().substring(0, colon));
    }
    if (own == null) {
      own = BY_DETECTOR.get(thing.detector());
    }
    return own != null ? own : BY_FACET.getOrDefault(thing.facet(), new EvidencePriors(0.5, 3));
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
