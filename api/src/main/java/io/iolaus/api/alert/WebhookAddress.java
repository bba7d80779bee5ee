package io.iolaus.api.alert;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Where a webhook may lead. The address is the operator's own, yet a name can come to mean
/// something else: nothing is sent where no receiver of ours can be.
final class WebhookAddress {

  private WebhookAddress() {}

  /// Whether nothing may be sent there, whatever is allowed: link-local addresses, where clouds
  /// keep the credentials of their machines, and those that are nobody's.
  static boolean forbidden(InetAddress given) {
    InetAddress address = meant(given);
    byte[] bytes = address.getAddress();
    return address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        // 100.100.100.200, 192.0.0.192 and fd00:ec2::254 are metadata services as well
        || is(bytes, 100, 100, 100, 200)
        || is(bytes, 192, 0, 0, 192)
        || (address instanceof Inet6Address
            && bytes[0] == (byte) 0xfd
            && bytes[1] == 0
            && bytes[2] == 0x0e
            && bytes[3] == (byte) 0xc2)
        || (bytes[0] == 0 && !(address instanceof Inet6Address)) // 0.0.0.0/8
        || (bytes[0] & 0xff) == 255;
  }

  /// Whether it is in this machine or a private network.
  static boolean isPrivate(InetAddress given) {
    InetAddress address = meant(given);
    byte[] bytes = address.getAddress();
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        // 100.64.0.0/10 is a carrier's own, fc00::/7 a site's
        || (bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64)
        || (bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc);
  }

  /// The IPv4 address that an IPv6 address leads to through a translator or a tunnel: NAT64 (RFC
  /// 6052 and 8215), 6to4 (RFC 3056), IPv4-compatible addresses (RFC 4291); else the address.
  private static InetAddress meant(InetAddress address) {
    byte[] b = address.getAddress();
    if (b.length != 16) {
      return address;
    }
    int from;
    if (starts(b, 0x20, 0x02)) {
      from = 2;
    } else if (starts(b, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)
        || starts(b, 0, 0x64, 0xff, 0x9b, 0, 1)
        || (starts(b, new int[12])
            && !address.isLoopbackAddress()
            && !address.isAnyLocalAddress())) {
      from = 12;
    } else {
      return address;
    }
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(b, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static boolean starts(byte[] bytes, int... expected) {
    return is(Arrays.copyOf(bytes, expected.length), expected);
  }

  private static boolean is(byte[] bytes, int... expected) {
    if (bytes.length != expected.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
