package io.iolaus.simulate.evasion;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// One side an operator may be seen from, with a ladder of ways to hide there. The ladders are
/// those of the evaluation protocol; the lowest rung hides nothing.
public enum HidingFacet {
  /// Ten addresses; 500 of racks, one a day; another home each call; gateways of strangers.
  NETWORK(3),
  /// One card; one for twenty accounts; one for two; virtual ones of one issuer; anybody's.
  PAYMENT(4),
  /// Verbatim; slots filled; lines shuffled and reworded; 200 paraphrases; free and translated.
  PROMPT(4),
  /// To the second; five minutes late at most; the hours of anybody.
  TIMING(2),
  /// Opened on one day; over thirty days; bought with the ages of anybody's accounts.
  CREATION(2),
  /// One device and program; one for ten accounts; one for two; everyone's own.
  CLIENT(3);

  private final int last;

  HidingFacet(int last) {
    this.last = last;
  }

  /// The highest rung of the ladder, which begins at 0.
  public int last() {
    return last;
  }

  /// As on the command line: `network`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static HidingFacet of(String id) {
    return Arrays.stream(values())
        .filter(facet -> facet.id().equals(id.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no facet '"
                    + id
                    + "': name one of "
                    + Arrays.stream(values())
                        .map(HidingFacet::id)
                        .collect(Collectors.joining(", "))));
  }
}
