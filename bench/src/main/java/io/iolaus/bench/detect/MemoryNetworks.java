package io.iolaus.bench.detect;

import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import io.iolaus.core.event.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Known networks, found by the longest prefix that holds an address.
final class MemoryNetworks {

  private final Map<String, Event.Network> byPrefix = new HashMap<>();
  private final Map<String, Optional<Event.Network>> byAddress = new HashMap<>();

  void add(Event.Network network) {
    byPrefix.put(network.prefix(), network);
    byAddress.clear();
  }

  Optional<Event.Network> of(String address) {
    return byAddress.computeIfAbsent(address, this::lookUp);
  }

  /// What the network of an address is used for; `unknown` where nobody says.
  String use(String address) {
    return of(address).map(Event.Network::use).orElse("unknown");
  }

  private Optional<Event.Network> lookUp(String text) {
    int slash = text.indexOf('/');
    IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash)).orElseThrow();
    for (int length = address.isV4() ? 32 : 64; length >= 0; length--) {
      Event.Network network =
          byPrefix.get(new IpPrefix(address.truncatedTo(length), length).toString());
      if (network != null) {
        return Optional.of(network);
      }
    }
    return Optional.empty();
  }
}
