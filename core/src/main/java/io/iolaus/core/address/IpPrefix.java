package io.iolaus.core.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An address range in CIDR notation as it was written, host bits and all.
///
/// @param address as written; see {@link #hasHostBits}
/// @param length 0..32 for IPv4, 0..128 for IPv6
public record IpPrefix(IpAddress address, int length) {

  public IpPrefix {
    int most = address.isV4() ? 32 : IpAddress.BITS;
    if (length < 0 || length > most) {
      throw new IllegalArgumentException("prefix length must be 0.." + most + ", was " + length);
    }
  }

  /// The range in a text, or nothing when the text is none. A v4-mapped range of 96 bits or more is
  /// an IPv4 range.
  public static Optional<IpPrefix> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    IpAddress address = IpAddressParser.parse(text, 0, slash);
    int length = length(text, slash + 1);
    if (address == null || length < 0) {
      return Optional.empty();
    }
    boolean mapped = address.isV4() && text.indexOf(':') >= 0;
    if (mapped) {
      length -= IpAddress.V4_OFFSET;
    }
    return length < 0 || length > (address.isV4() ? 32 : IpAddress.BITS)
        ? Optional.empty()
        : Optional.of(new IpPrefix(address, length));
  }

  /// Whether the address has bits set behind the length: then it names a machine, not a range.
  public boolean hasHostBits() {
    return !address.truncatedTo(length).equals(address);
  }

  /// Whether the address lies in this range; IPv4 addresses lie in IPv4 ranges only.
  public boolean contains(IpAddress other) {
    return other.isV4() == address.isV4()
        && other.truncatedTo(length).equals(address.truncatedTo(length));
  }

  /// The ranges of a length that meet this one: those that it consists of, or the one that it is
  /// in.
  ///
  /// @param other the length, 0..32 for IPv4, 0..64 for IPv6
  /// @param most how many there may be, 1 or more
  /// @return in order; empty where there are more
  public Optional<List<IpPrefix>> ranges(int other, int most) {
    if (other < 0 || other > (address.isV4() ? 32 : 64)) {
      throw new IllegalArgumentException("ranges of " + other + " bits are not told");
    }
    int bits = Math.max(0, other - length);
    if (bits > 30 || 1 << bits > most) {
      return Optional.empty();
    }
    IpAddress first = address.truncatedTo(Math.min(length, other));
    List<IpPrefix> ranges = new ArrayList<>(1 << bits);
    for (long i = 0; i < 1L << bits; i++) {
      IpAddress start =
          address.isV4()
              ? new IpAddress(first.high(), first.low() + (other == 0 ? 0 : i << (32 - other)))
              : new IpAddress(first.high() + (other == 0 ? 0 : i << (64 - other)), first.low());
      ranges.add(new IpPrefix(start, other));
    }
    return Optional.of(ranges);
  }

  /// Canonical when there are no host bits: `203.0.113.0/24`, `2001:db8::/48`.
  @Override
  public String toString() {
    return address + "/" + length;
  }

  private static int length(String text, int from) {
    int digits = text.length() - from;
    if (digits < 1 || digits > 3 || (digits > 1 && text.charAt(from) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
