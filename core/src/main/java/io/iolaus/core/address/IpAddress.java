package io.iolaus.core.address;

import java.util.Optional;

/// An IPv4 or IPv6 address as 128 bits; an IPv4 address is held as its v4-mapped form (RFC 4291,
/// 2.5.5.2), so that `::ffff:203.0.113.7` and `203.0.113.7` are one address.
///
/// @param high the upper 64 bits
/// @param low the lower 64 bits
public record IpAddress(long high, long low) {

  static final int BITS = 128;
  // Where the bits of an IPv4 address begin in the mapped form.
  static final int V4_OFFSET = 96;
  private static final long V4_MARK = 0xffffL;

  static IpAddress v4(long bits) {
    return new IpAddress(0, V4_MARK << 32 | bits);
  }

  /// The address in a text, or nothing when the text is no address. Read are dotted IPv4 without
  /// leading zeros, and every text form of RFC 4291 for IPv6; zone ids, ports, brackets and lengths
  /// are refused.
  public static Optional<IpAddress> parse(String text) {
    return Optional.ofNullable(IpAddressParser.parse(text, 0, text.length()));
  }

  public boolean isV4() {
    return high == 0 && low >>> 32 == V4_MARK;
  }

  /// The first `bits` bits, the others zero; for IPv4 counted from the start of its 32 bits.
  public IpAddress truncatedTo(int bits) {
    int kept = isV4() ? V4_OFFSET + bits : bits;
    if (kept < 0 || kept > BITS || bits < 0) {
      throw new IllegalArgumentException("no address has a prefix of " + bits + " bits");
    }
    return new IpAddress(
        kept >= 64 ? high : high & mask(kept), kept <= 64 ? 0 : low & mask(kept - 64));
  }

  private static long mask(int bits) {
    return bits == 0 ? 0 : -1L << (64 - bits);
  }

  /// Dotted for IPv4, RFC 5952 for IPv6.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(39);
    if (isV4()) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.append(low >>> shift & 0xff);
        if (shift > 0) {
          out.append('.');
        }
      }
      return out.toString();
    }
    int zeros = 0;
    int zerosAt = -1;
    for (int i = 0, run = 0; i < 8; i++) {
      run = group(i) == 0 ? run + 1 : 0;
      // Only a longer run wins: of equal ones the first is shortened, and never a single group.
      if (run > Math.max(zeros, 1)) {
        zeros = run;
        zerosAt = i - run + 1;
      }
    }
    for (int i = 0; i < 8; i++) {
      if (i == zerosAt) {
        out.append("::");
        i += zeros - 1;
      } else {
        if (i > 0 && i != zerosAt + zeros) {
          out.append(':');
        }
        out.append(Integer.toHexString(group(i)));
      }
    }
    return out.toString();
  }

  private int group(int i) {
    long half = i < 4 ? high : low;
    return (int) (half >>> (48 - 16 * (i & 3))) & 0xffff;
  }
}
