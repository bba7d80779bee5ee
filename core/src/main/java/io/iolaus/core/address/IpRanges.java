package io.iolaus.core.address;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an address that an account used can show, and in which range it lies.
///
/// The texts are those of {@link io.iolaus.core.event.Event.Exchange#ip}: canonical, IPv6 as its
/// /64. Anything else is an `IllegalArgumentException`.
public final class IpRanges {

  /// How many bits of an IPv6 address name the line of one subscriber.
  public static final int V6_SUBSCRIBER_BITS = 64;

  private static final int V4_NEIGHBOURHOOD_BITS = 24;
  private static final int V6_NEIGHBOURHOOD_BITS = 48;

  // Blocks of the IANA special-purpose registries (RFC 6890 and updates) that are not one holder's
  // public address.
  // The blocks for documentation are missing on purpose: samples, tests and demonstrations live in
  // them, no real
  // traffic does.
  private static final List<IpPrefix> V4_SPECIAL =
      prefixes(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "224.0.0.0/3");

  // Only 2000::/3 is handed out. Teredo and 6to4 are tunnels: many users behind one prefix of a
  // relay.
  private static final IpPrefix V6_PUBLIC = prefix("2000::/3");
  private static final List<IpPrefix> V6_SPECIAL =
      prefixes("2001::/32", "2001:2::/48", "2001:10::/28", "2001:20::/28", "2002::/16");

  private IpRanges() {}

  /// Whether sharing this address says anything: false for private, reserved and carrier-shared
  /// (100.64.0.0/10) ones.
  public static boolean isEvidence(String ip) {
    IpAddress address = read(ip);
    return address.isV4()
        ? V4_SPECIAL.stream().noneMatch(block -> block.contains(address))
        : V6_PUBLIC.contains(address)
            && V6_SPECIAL.stream().noneMatch(block -> block.contains(address));
  }

  /// 4 or 6.
  public static int version(String ip) {
    return read(ip).isV4() ? 4 : 6;
  }

  /// The range of neighbours an address lies in: its /24, for IPv6 its /48.
  public static String neighbourhood(String ip) {
    IpAddress address = read(ip);
    int bits = address.isV4() ? V4_NEIGHBOURHOOD_BITS : V6_NEIGHBOURHOOD_BITS;
    return new IpPrefix(address.truncatedTo(bits), bits).toString();
  }

  /// The ranges of neighbours that a range meets, as {@link #neighbourhood} has them.
  ///
  /// @param most how many there may be
  /// @return empty where there are more
  public static Optional<List<String>> neighbourhoods(IpPrefix range, int most) {
    int bits = range.address().isV4() ? V4_NEIGHBOURHOOD_BITS : V6_NEIGHBOURHOOD_BITS;
    return range.ranges(bits, most).map(all -> all.stream().map(IpPrefix::toString).toList());
  }

  /// How an address of an exchange is kept: IPv4 whole (`203.0.113.7`), IPv6 as its /64
  /// (`2001:db8:0:1::/64`).
  public static String subscriber(IpAddress address) {
    return address.isV4()
        ? address.toString()
        : address.truncatedTo(V6_SUBSCRIBER_BITS) + "/" + V6_SUBSCRIBER_BITS;
  }

  private static IpAddress read(String ip) {
    int slash = ip.indexOf('/');
    IpAddress address = IpAddressParser.parse(ip, 0, slash < 0 ? ip.length() : slash);
    if (address == null) {
      throw new IllegalArgumentException("not an address: " + ip);
    }
    return address;
  }

  private static IpPrefix prefix(String text) {
    return IpPrefix.parse(text).orElseThrow();
  }

  private static List<IpPrefix> prefixes(String... texts) {
    return Stream.of(texts).map(IpRanges::prefix).toList();
  }
}
