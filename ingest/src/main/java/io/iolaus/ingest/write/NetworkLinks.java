package io.iolaus.ingest.write;

import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.cypher.write.GraphWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// Keeps every address linked to the longest known prefix it is in, whichever of both comes first.
///
/// A new address is looked up under each prefix length that any network has: there are few. A new
/// network takes over the addresses in its range that were in a wider one or in none.
final class NetworkLinks {

  private final SortedSet<Integer> v4Lengths = new ConcurrentSkipListSet<>(Comparator.reverseOrder());
  private final SortedSet<Integer> v6Lengths = new ConcurrentSkipListSet<>(Comparator.reverseOrder());

  private NetworkLinks() {}

  /// Reads which prefix lengths there are.
  static NetworkLinks load(GraphWriter graph) {
    NetworkLinks links = new NetworkLinks();
    for (GraphRow row : graph.write(transaction -> transaction.run("network-lengths", Map.of()))) {
      links.lengths(!row.flag("v6")).add(Math.toIntExact(row.number("length")));
    }
    return links;
  }

  private SortedSet<Integer> lengths(boolean v4) {
    return v4 ? v4Lengths : v6Lengths;
  }

  /// Links addresses that are in no network.
  void link(GraphTransaction transaction, List<String> addresses) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String id : addresses) {
      IpAddress address = Ordinals.read(id);
      List<String> prefixes =
          lengths(address.isV4()).stream()
              .filter(length -> length <= Ordinals.bits(address))
              .map(length -> new IpPrefix(address.truncatedTo(length), length).toString())
              .toList();
      if (!prefixes.isEmpty()) {
        rows.add(Map.of("id", id, "prefixes", prefixes));
      }
    }
    transaction.runAll("address-link", rows);
  }

  /// Gives new networks their addresses.
  void take(GraphTransaction transaction, Collection<String> prefixes) {
    // Wide ones first: a longer one takes over from them afterwards.
    Map<Integer, List<Map<String, Object>>> byLength = new TreeMap<>();
    for (String id : prefixes) {
      IpPrefix prefix = IpPrefix.parse(id).orElseThrow();
      // Should the transaction fail, a length too many does no harm.
      lengths(prefix.address().isV4()).add(prefix.length());
      if (prefix.length() <= Ordinals.bits(prefix.address())) {
        byLength
            .computeIfAbsent(prefix.length(), _ -> new ArrayList<>())
            .add(
                Map.of(
                    "id", id,
                    "from", Ordinals.first(prefix),
                    "to", Ordinals.last(prefix),
                    "length", prefix.length()));
      }
    }
    byLength.values().forEach(rows -> transaction.runAll("network-take", rows));
  }
}
