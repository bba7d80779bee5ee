package io.iolaus.simulate.network;

import io.iolaus.simulate.random.RandomStream;
import java.util.List;

/// Where an account connects from: one address for each session.
@FunctionalInterface
public interface Addresses {

  /// The address of a session.
  ///
  /// @param at epoch milliseconds of the session
  String pick(long at, RandomStream session);

  static Addresses fixed(String address) {
    return (at, session) -> address;
  }

  static Addresses anyOf(List<String> addresses) {
    List<String> pool = List.copyOf(addresses);
    return (at, session) -> session.pick(pool);
  }

  /// The other addresses with this probability, else these.
  default Addresses or(double probability, Addresses other) {
    return (at, session) ->
        session.chance(probability) ? other.pick(at, session) : pick(at, session);
  }

  /// The other addresses between two moments with this probability, else these.
  default Addresses during(long from, long to, double probability, Addresses other) {
    return (at, session) ->
        at >= from && at < to && session.chance(probability)
            ? other.pick(at, session)
            : pick(at, session);
  }
}
