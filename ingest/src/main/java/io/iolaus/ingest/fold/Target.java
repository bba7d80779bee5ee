package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import org.jspecify.annotations.Nullable;

/// What an edge from an account leads to.
public sealed interface Target {

  /// The id of the node within its label.
  String id();

  /// A means of payment.
  record Instrument(String instrument, @Nullable String matchKey) implements Target {
    @Override
    public String id() {
      return (matchKey == null ? "-" : matchKey) + ":" + instrument;
    }
  }

  /// An address in canonical form; IPv6 as its /64.
  record Address(String address) implements Target {
    @Override
    public String id() {
      return address;
    }
  }

  /// Any other thing accounts can share.
  record Identifier(String kind, String value, boolean keyed) implements Target {

    /// The kind under which the client of an exchange is linked.
    public static final String CLIENT = "client";

    @Override
    public String id() {
      return kind + ":" + value;
    }

    /// Whether an exchange with this client would lead here.
    boolean isClient() {
      return !keyed && kind.equals(CLIENT);
    }
  }

  /// The client of an exchange.
  static Target client(String client) {
    return new Identifier(Identifier.CLIENT, client, false);
  }

  /// The instrument of a payment.
  static Target of(Event.Payment payment) {
    return new Instrument(payment.instrument(), payment.matchKey());
  }

  /// The thing an identifier line names.
  static Target of(Event.Identifier identifier) {
    return new Identifier(identifier.kind(), identifier.value(), identifier.keyed());
  }
}
