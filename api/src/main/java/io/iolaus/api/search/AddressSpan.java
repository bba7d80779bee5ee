package io.iolaus.api.search;

import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses from one to another, both included; of one family.
record AddressSpan(IpAddress first, IpAddress last) {

  private static final Pattern UNFINISHED = Pattern.compile("[0-9a-f:.]+([-/][0-9a-f:.]*)?");

  /// One address, `203.0.113.0/24` or `203.0.113.7-203.0.113.99`; empty for what is none.
  static Optional<AddressSpan> parse(String text) {
    Optional<IpAddress> one = IpAddress.parse(text);
    if (one.isPresent()) {
      return one.map(address -> new AddressSpan(address, address));
    }
    int dash = text.indexOf('-');
    if (dash < 0) {
      return IpPrefix.parse(text)
          .map(prefix ->
              new AddressSpan(prefix.address().truncatedTo(prefix.length()), end(prefix)));
    }
    return IpAddress.parse(text.substring(0, dash).strip())
        .flatMap(first ->
            IpAddress.parse(text.substring(dash + 1).strip())
                .filter(last -> first.isV4() == last.isV4() && ascend(first, last))
                .map(last -> new AddressSpan(first, last)));
  }

  /// What is wrong with a text that has a `/` or a `-` as spans have, and yet is none.
  ///
  /// @throws ProblemException 400 that names the place; nothing for what may only be unfinished
  static void check(String text) {
    int slash = text.indexOf('/');
    int dash = text.indexOf('-');
    int cut = Math.max(slash, dash);
    if (cut < 0 || parse(text).isPresent()) {
      return;
    }
    String before = text.substring(0, cut).strip();
    String after = text.substring(cut + 1).strip();
    Optional<IpAddress> first = IpAddress.parse(before);
    if (after.isEmpty() && first.isPresent()) {
      return;
    }
    if (first.isEmpty()) {
      throw bad(before + " (place 1) is no address", text);
    }
    if (slash >= 0) {
      throw bad(
          "the length %s (place %d) must be a number from 0 to %d"
              .formatted(after, cut + 2, first.get().isV4() ? 32 : 128),
          text);
    }
    Optional<IpAddress> last = IpAddress.parse(after);
    if (last.isPresent()) {
      throw bad("a range goes from a lower to a higher address of one family", text);
    }
    if (!UNFINISHED.matcher(text).matches()) {
      throw bad("%s (place %d) is no address".formatted(after, cut + 2), text);
    }
  }

  private static ProblemException bad(String why, String text) {
    return ProblemException.badParameter(
        "q: "
            + why
            + " in "
            + SearchWords.begin(text, 60)
            + "; write 203.0.113.0/24, 2001:db8::/32 or 203.0.113.7-203.0.113.99");
  }

  boolean isOne() {
    return first.equals(last);
  }

  /// IPv6 addresses are kept as their /64, so a span takes in the /64 that it begins in.
  AddressSpan wholeLines() {
    return first.isV4() ? this : new AddressSpan(first.truncatedTo(64), last);
  }

  InetAddress from() {
    return inet(first);
  }

  InetAddress to() {
    return inet(last);
  }

  private static boolean ascend(IpAddress a, IpAddress b) {
    int high = Long.compareUnsigned(a.high(), b.high());
    return high < 0 || (high == 0 && Long.compareUnsigned(a.low(), b.low()) <= 0);
  }

  private static IpAddress end(IpPrefix prefix) {
    IpAddress first = prefix.address().truncatedTo(prefix.length());
    int bits = first.isV4() ? 96 + prefix.length() : prefix.length();
    long high = bits >= 64 ? first.high() : first.high() | ones(64 - bits);
    long low = bits >= 128 ? first.low() : first.low() | ones(bits <= 64 ? 64 : 128 - bits);
    return new IpAddress(high, low);
  }

  private static long ones(int bits) {
    return bits == 64 ? -1L : (1L << bits) - 1;
  }

  private static InetAddress inet(IpAddress address) {
    byte[] bytes = ByteBuffer.allocate(16).putLong(address.high()).putLong(address.low()).array();
    try {
      return InetAddress.getByAddress(address.isV4() ? Arrays.copyOfRange(bytes, 12, 16) : bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four or sixteen bytes are an address", e);
    }
  }
}
