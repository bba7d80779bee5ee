package io.iolaus.simulate.world;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something that a provider may not know, and that its events then leave out.
public enum Unknown {
  ADDRESS,
  CAPABILITY,
  CLIENT,
  MODEL,
  /// Lines about devices, mail addresses and the like.
  IDENTIFIER,
  /// Lines about what networks are used for.
  NETWORK,
  PAYMENT,
  /// The bank number of a payment.
  BIN;

  /// As on the command line: `capability`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Those of a list like `capability,client`.
  public static Set<Unknown> of(String list) {
    Set<Unknown> result = EnumSet.noneOf(Unknown.class);
    for (String item : list.split(",", -1)) {
      result.add(one(item.strip().toLowerCase(Locale.ROOT)));
    }
    return result;
  }

  private static Unknown one(String id) {
    return Arrays.stream(values())
        .filter(unknown -> unknown.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "nothing to leave out is called '"
                    + id
                    + "': name some of "
                    + Arrays.stream(values()).map(Unknown::id).collect(Collectors.joining(", "))));
  }

  /// The fact as far as it is known, or null.
  public static @Nullable Fact known(Fact fact, Set<Unknown> unknown) {
    return switch (fact) {
      case Fact.Identifier identifier -> unknown.contains(IDENTIFIER) ? null : identifier;
      case Fact.Network network -> unknown.contains(NETWORK) ? null : network;
      case Fact.Payment payment ->
          unknown.contains(PAYMENT)
              ? null
              : unknown.contains(BIN)
                  ? new Fact.Payment(
                      payment.account(),
                      payment.instrument(),
                      payment.kind(),
                      null,
                      payment.issuerCountry(),
                      payment.matchKey(),
                      payment.at())
                  : payment;
      case Fact.Opened _,
          Fact.Status _,
          Fact.Verdict _,
          Fact.Claim _,
          Fact.Organization _,
          Fact.Model _ ->
          fact;
    };
  }

  /// The exchange as far as it is known.
  public static Exchange known(Exchange exchange, Set<Unknown> unknown) {
    return unknown.isEmpty()
        ? exchange
        : new Exchange(
            exchange.account(),
            exchange.at(),
            unknown.contains(ADDRESS) ? null : exchange.ip(),
            exchange.utterance(),
            exchange.textKey(),
            unknown.contains(CAPABILITY) ? null : exchange.capability(),
            unknown.contains(MODEL) ? null : exchange.model(),
            unknown.contains(CLIENT) ? null : exchange.client(),
            exchange.count());
  }
}
