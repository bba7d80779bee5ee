package io.iolaus.core.explain;

import io.iolaus.core.evidence.Facet;

/// What an account shows by one edge of the graph, and which detector links accounts by it.
public enum Sign {
  /// It paid with an instrument.
  INSTRUMENT("shared-instrument", Facet.PAYMENT, "PaymentInstrument"),
  /// It showed a wallet or a name on the invoice.
  PAYER("shared-wallet-or-billing-name", Facet.PAYMENT, "Identifier"),
  /// It came from an address.
  ADDRESS("shared-address", Facet.NETWORK, "IpAddress"),
  /// It came from an address of a range.
  RANGE("shared-network", Facet.NETWORK, "Network"),
  /// It showed a device, a phone or the like.
  IDENTIFIER("shared-identifier", Facet.CLIENT, "Identifier"),
  /// It used a client software.
  SOFTWARE("shared-client", Facet.CLIENT, "Identifier"),
  /// It sent prompts of a family.
  PROMPTS("shared-prompt-family", Facet.PROMPT, "PromptFamily"),
  /// It sent system prompts of a family.
  SYSTEM_PROMPTS("shared-system-prompt", Facet.PROMPT, "PromptFamily"),
  /// It acts at the same moments as others.
  MOMENTS("co-timing", Facet.TIMING, "Pattern"),
  /// It falls silent and comes back with others.
  PAUSES("lockstep", Facet.TIMING, "Pattern"),
  /// It moved to a new model with others.
  PIVOT("model-pivot", Facet.TIMING, "Pattern"),
  /// It was created in a burst.
  COHORT("creation-cohort", Facet.CREATION, "Pattern");

  private final String detector;
  private final Facet facet;
  private final String type;

  Sign(String detector, Facet facet, String type) {
    this.detector = detector;
    this.facet = facet;
    this.type = type;
  }

  /// The sign of a pattern of this kind.
  public static Sign ofPattern(String kind) {
    return switch (kind) {
      case "co-timing" -> MOMENTS;
      case "lockstep" -> PAUSES;
      case "model-pivot" -> PIVOT;
      default -> COHORT;
    };
  }

  /// Id of the detector that links accounts by it.
  public String detector() {
    return detector;
  }

  /// The kind of evidence it is.
  public Facet facet() {
    return facet;
  }

  /// Label of the node at its end.
  public String type() {
    return type;
  }
}
