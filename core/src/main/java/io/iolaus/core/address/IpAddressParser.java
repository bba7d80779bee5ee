package io.iolaus.core.address;

import org.jspecify.annotations.Nullable;

/// Reads addresses without making garbage: one runs for every line of input.
final class IpAddressParser {

  private static final long INVALID = -1;

  private IpAddressParser() {}

  static @Nullable IpAddress parse(String text, int from, int to) {
    // No address is longer than eight groups of four with the last two dotted.
    if (to - from < 2 || to - from > 45) {
      return null;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == ':') {
        return v6(text, from, to);
      }
    }
    long v4 = v4(text, from, to);
    return v4 == INVALID ? null : IpAddress.v4(v4);
  }

  /// Four decimal numbers; a leading zero is refused because some programs read it as octal.
  private static long v4(String text, int from, int to) {
    long bits = 0;
    int octets = 0;
    int i = from;
    while (true) {
      int start = i;
      int octet = 0;
      while (i < to && isDigit(text.charAt(i)) && i - start < 3) {
        octet = octet * 10 + text.charAt(i++) - '0';
      }
      if (i == start || octet > 255 || (i - start > 1 && text.charAt(start) == '0')) {
        return INVALID;
      }
      bits = bits << 8 | octet;
      octets++;
      if (i == to) {
        return octets == 4 ? bits : INVALID;
      }
      if (octets == 4 || text.charAt(i++) != '.') {
        return INVALID;
      }
    }
  }

  private static @Nullable IpAddress v6(String text, int from, int to) {
    // What was read is shifted in from the right; at `::` the head is put aside and the tail
    // begins.
    long high = 0;
    long low = 0;
    int groups = 0;
    long headHigh = 0;
    long headLow = 0;
    int head = -1;
    int i = from;
    if (text.startsWith("::", from)) {
      head = 0;
      i += 2;
    }
    while (i < to) {
      int end = endOfGroup(text, i, to);
      if (end < to && text.charAt(end) == '.') {
        long v4 = v4(text, i, to);
        if (v4 == INVALID) {
          return null;
        }
        high = high << 32 | low >>> 32;
        low = low << 32 | v4;
        groups += 2;
        i = to;
        break;
      }
      if (end == i || end - i > 4 || groups == 8) {
        return null;
      }
      high = high << 16 | low >>> 48;
      low = low << 16 | Integer.parseInt(text, i, end, 16);
      groups++;
      i = end;
      if (i == to) {
        break;
      }
      if (text.charAt(i) != ':') {
        return null;
      }
      i++;
      if (i < to && text.charAt(i) == ':') {
        if (head >= 0) {
          return null;
        }
        head = groups;
        headHigh = high;
        headLow = low;
        high = 0;
        low = 0;
        groups = 0;
        i++;
      } else if (i == to) {
        return null;
      }
    }
    if (head < 0) {
      return groups == 8 ? new IpAddress(high, low) : null;
    }
    // `::` stands for one group of zeros or more.
    return head + groups > 7 ? null : joined(headHigh, headLow, head, high, low);
  }

  private static IpAddress joined(long headHigh, long headLow, int head, long high, long low) {
    int shift = 16 * (8 - head);
    if (shift == 128) {
      return new IpAddress(high, low);
    }
    return shift >= 64
        ? new IpAddress(headLow << (shift - 64) | high, low)
        : new IpAddress(headHigh << shift | headLow >>> (64 - shift), headLow << shift | low);
  }

  private static int endOfGroup(String text, int from, int to) {
    int i = from;
    while (i < to && Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 128) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
