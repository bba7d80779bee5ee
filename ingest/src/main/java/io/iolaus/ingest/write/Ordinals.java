package io.iolaus.ingest.write;

import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import io.iolaus.core.address.IpRanges;
import java.util.HexFormat;

/// Texts that put addresses in the order of their bits, so that the database can seek a range:
/// `4cb007107`, `620010db800000001` (IPv6 at its /64).
final class Ordinals {

  private static final int V4_BITS = 32;
  private static final HexFormat HEX = HexFormat.of();

  private Ordinals() {}

  /// The place of an address as the graph names it.
  static String of(String address) {
    return of(read(address));
  }

  /// The address in an id of the graph: IPv6 as the first of its /64.
  static IpAddress read(String address) {
    int slash = address.indexOf('/');
    return IpAddress.parse(slash < 0 ? address : address.substring(0, slash))
        .orElseThrow(() -> new IllegalArgumentException("not an address: " + address));
  }

  /// The longest prefix an address of the graph can be in.
  static int bits(IpAddress address) {
    return address.isV4() ? V4_BITS : IpRanges.V6_SUBSCRIBER_BITS;
  }

  private static String of(IpAddress address) {
    return address.isV4() ? v4(address.low()) : v6(address.high());
  }

  /// The first place in a range.
  static String first(IpPrefix prefix) {
    return of(prefix.address().truncatedTo(prefix.length()));
  }

  /// The last place in a range of at most {@link #bits} bits.
  static String last(IpPrefix prefix) {
    IpAddress first = prefix.address().truncatedTo(prefix.length());
    int free = bits(first) - prefix.length();
    long ones = free == Long.SIZE ? -1L : (1L << free) - 1;
    return first.isV4() ? v4(first.low() | ones) : v6(first.high() | ones);
  }

  private static String v4(long bits) {
    return "4" + HEX.toHexDigits((int) bits);
  }

  private static String v6(long bits) {
    return "6" + HEX.toHexDigits(bits);
  }
}
