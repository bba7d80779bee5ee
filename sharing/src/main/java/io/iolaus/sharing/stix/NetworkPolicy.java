package io.iolaus.sharing.stix;

import io.iolaus.core.address.IpPrefix;
import io.iolaus.cypher.report.ClusterReport;
import java.util.List;
import java.util.Set;

/// Which networks may be named to others. Everything is refused that is not allowed here.
///
/// A range names its users to whoever knows the place: so only ranges of providers whose customers
/// are anybody (hosting, VPN, proxies), used by at least five accounts of the cluster, and by
/// hardly anybody else. Ranges and systems of mobile carriers (one address, thousands of people),
/// universities and companies are never named, nor unknown ones.
final class NetworkPolicy {

  private static final Set<String> RANGE_USES = Set.of("hosting", "vpn", "proxy");
  // A provider of homes is too large to say anything about one of them.
  private static final Set<String> SYSTEM_USES = Set.of("hosting", "vpn", "proxy", "residential");
  // More than half of all accounts seen there must be the cluster's.
  private static final double LEAST_SHARE = 0.5;

  private NetworkPolicy() {}

  static List<ClusterReport.AddressRange> ranges(ClusterReport report) {
    return report.ranges().stream().filter(NetworkPolicy::mayBeNamed).toList();
  }

  static List<ClusterReport.AutonomousSystem> systems(ClusterReport report) {
    return report.systems().stream()
        .filter(s -> s.accounts() >= Ranges.LEAST && SYSTEM_USES.contains(s.use()))
        .toList();
  }

  private static boolean mayBeNamed(ClusterReport.AddressRange range) {
    return range.accounts() >= Ranges.LEAST
        && range.accounts() > range.total() * LEAST_SHARE
        && RANGE_USES.containsAll(range.uses())
        && isWide(range.prefix());
  }

  private static boolean isWide(String text) {
    return IpPrefix.parse(text)
        .filter(prefix -> prefix.length() <= (prefix.address().isV4() ? 24 : 48))
        .isPresent();
  }
}
