package io.iolaus.core.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The independent kinds of evidence, in the order in which they are printed. What comes from one
/// fact counts in one facet only.
public enum Facet {
  PAYMENT,
  NETWORK,
  CLIENT,
  PROMPT,
  TIMING,
  CREATION;

  /// Whether an operator shows it by its own doing: what it pays with, signs in from and asks.
  /// Exits are shared by whoever rents them, and moments by whoever is awake: these alone never say
  /// "same operator".
  public boolean underOwnHand() {
    return this == PAYMENT || this == CLIENT || this == PROMPT;
  }

  /// The facet's name in files, the graph and output: lower case.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The facet's place in the order of printing, 0..5, for arrays that hold one value a facet.
  public int index() {
    return ordinal();
  }

  /// The facet of that name.
  ///
  /// @throws IllegalArgumentException if there is none; the message lists those there are
  public static Facet of(String id) {
    for (Facet facet : values()) {
      if (facet.id().equals(id)) {
        return facet;
      }
    }
    throw new IllegalArgumentException(
        "no facet '"
            + id
            + "'; there are "
            + Arrays.stream(values()).map(Facet::id).collect(Collectors.joining(", ")));
  }
}
