package io.iolaus.ingest.write;

import io.iolaus.core.address.IpPrefix;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphStore;
import io.iolaus.cypher.write.GraphTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps every address linked to the longest known prefix it is in, whichever of both comes first.
///
/// A new address is looked up under each prefix length that any network has: there are few. A new
/// network takes over the addresses in its range that were in a wider one or in none.
///
/// Another worker may make a network at the same time: its transaction does not see an address that
/// is being made here, and this one not the network. So networks are counted. A transaction that
/// makes some adds to the count first, under a lock; before a segment is done the count is read
/// under the same lock. If others have added to it, the segment's addresses are linked anew: either
/// this finds the network, or the network's transaction, being later, found the addresses.
public final class NetworkLinks {

  private final NetworkPrefixes prefixes = new NetworkPrefixes();

  // Those of the segment under way that were in no network when they were made.
  private final Set<String> made = new ConcurrentSkipListSet<>();
  private final AtomicLong own = new AtomicLong();
  private volatile long known;
  private volatile boolean recalled;

  private NetworkLinks() {}

  /// Reads which prefix lengths there are.
  public static NetworkLinks load(GraphStore graph) {
    NetworkLinks links = new NetworkLinks();
    links.reload(graph);
    return links;
  }

  /// Reads that anew, between two segments.
  void reload(GraphStore graph) {
    settled(
        graph.write(transaction -> {
          // In this order: what is missed by the second was not counted by the first.
          long changes = changes(transaction);
          readLengths(transaction);
          return changes;
        }));
  }

  private static long changes(GraphTransaction transaction) {
    return transaction.run("network-settle", Map.of()).getFirst().number("changes");
  }

  private void readLengths(GraphTransaction transaction) {
    for (GraphRow row : transaction.run("network-lengths", Map.of())) {
      prefixes.add(!row.flag("v6"), Math.toIntExact(row.number("length")));
    }
  }

  /// Links addresses that are in no network.
  public void link(GraphTransaction transaction, List<String> addresses) {
    made.addAll(addresses);
    transaction.runAll("address-link", rows(addresses));
  }

  /// Notes the addresses of a part that another run or worker has written, and perhaps not settled.
  void recall(Collection<String> addresses) {
    made.addAll(addresses);
    recalled |= !addresses.isEmpty();
  }

  /// A transaction in which {@link #take} added to the count is through.
  public void taken() {
    own.incrementAndGet();
  }

  /// Links the addresses of the segment again if another worker has made networks meanwhile. In the
  /// transaction that says the segment is done.
  ///
  /// @return for {@link #settled}
  long settle(GraphTransaction transaction) {
    long changes = changes(transaction);
    if (recalled || changes != known + own.get()) {
      readLengths(transaction);
      noteRelinked(transaction, transaction.runAll("address-settle", rows(made)));
    }
    return changes;
  }

  /// The transaction of {@link #settle} is through.
  void settled(long changes) {
    known = changes;
    own.set(0);
    made.clear();
    recalled = false;
  }

  private List<Map<String, Object>> rows(Collection<String> addresses) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String id : addresses) {
      List<String> longestFirst = prefixes.of(id);
      if (!longestFirst.isEmpty()) {
        rows.add(Map.of("id", id, "prefixes", longestFirst));
      }
    }
    return rows;
  }

  /// Gives new networks their addresses; true if there were any.
  public boolean take(GraphTransaction transaction, Collection<String> networks) {
    if (networks.isEmpty()) {
      return false;
    }
    transaction.run("network-change", Map.of());
    // Wide ones first: a longer one takes over from them afterwards.
    Map<Integer, List<Map<String, Object>>> byLength = new TreeMap<>();
    for (String id : networks) {
      IpPrefix prefix = IpPrefix.parse(id).orElseThrow();
      // Should the transaction fail, a length too many does no harm.
      prefixes.add(prefix);
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
    byLength
        .values()
        .forEach(rows -> noteRelinked(transaction, transaction.runAll("network-take", rows)));
    return true;
  }

  /// Says that addresses are in another network than they were: of which accounts nobody knows.
  /// Under the lock on the count of networks.
  private static void noteRelinked(GraphTransaction transaction, List<GraphRow> rows) {
    if (rows.stream().anyMatch(row -> row.number("relinked") > 0)) {
      transaction.run("network-relinked", Map.of());
    }
  }
}
