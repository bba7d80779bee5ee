package io.iolaus.simulate.evasion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What kind of campaign it is: the archetypes of the evaluation protocol.
public enum Attack {
  /// A1: five to fifty accounts on each card.
  CARD_RING("A1"),
  /// A2: a reseller whose accounts carry mostly innocent customers' traffic.
  HYDRA("A2"),
  /// A3: the items of one job go round the accounts.
  LOAD_BALANCED("A3"),
  /// A4: one capability, very few skeletons, wide variables.
  TARGETED("A4"),
  /// A5: many accounts, one to three calls a day.
  SLOW_DRIP("A5"),
  /// A6: accounts of real owners, used besides them.
  COMPROMISED("A6"),
  /// A7: two operators behind one reseller.
  TWO_TENANTS("A7"),
  /// A8: moves to a new model within 24 hours.
  PIVOT("A8"),
  /// A9: points at passive victims by their network, their prompt or their referrer.
  FRAMING("A9"),
  /// Pools of addresses, cards and skeletons of which two accounts rarely share two.
  ROTATING("rotating"),
  /// Another kind for each operator.
  MIXED("mixed"),
  /// The innocent world alone.
  NONE("none");

  /// The kinds that one operator can be of.
  public static final List<Attack> KINDS =
      Arrays.stream(values()).filter(attack -> attack != MIXED && attack != NONE).toList();

  private final String id;

  Attack(String id) {
    this.id = id;
  }

  /// As on the command line: `A4`.
  public String id() {
    return id;
  }

  /// By id (`A4`) or name (`targeted`), in any case.
  public static Attack of(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(attack ->
            attack.id.toLowerCase(Locale.ROOT).equals(wanted)
                || attack.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no attack '"
                    + text
                    + "': name one of "
                    + Arrays.stream(values()).map(Attack::id).collect(Collectors.joining(", "))));
  }
}
