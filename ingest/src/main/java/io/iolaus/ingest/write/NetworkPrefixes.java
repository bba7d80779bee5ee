package io.iolaus.ingest.write;

import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// Under which prefixes an address may be in a network: one for each length that any network has,
/// of which there are few. Safe for use by several threads.
public final class NetworkPrefixes {

  private final SortedSet<Integer> v4Lengths =
      new ConcurrentSkipListSet<>(Comparator.reverseOrder());
  private final SortedSet<Integer> v6Lengths =
      new ConcurrentSkipListSet<>(Comparator.reverseOrder());

  /// There is a network with this prefix.
  public void add(IpPrefix prefix) {
    add(prefix.address().isV4(), prefix.length());
  }

  void add(boolean v4, int length) {
    lengths(v4).add(length);
  }

  private SortedSet<Integer> lengths(boolean v4) {
    return v4 ? v4Lengths : v6Lengths;
  }

  /// The prefixes of an address that may be networks, the longest first: it is linked to the first
  /// that is one.
  ///
  /// @param id of its node
  public List<String> of(String id) {
    if (v4Lengths.isEmpty() && v6Lengths.isEmpty()) {
      return List.of();
    }
    IpAddress address = Ordinals.read(id);
    return lengths(address.isV4()).stream()
        .filter(length -> length <= Ordinals.bits(address))
        .map(length -> new IpPrefix(address.truncatedTo(length), length).toString())
        .toList();
  }
}
