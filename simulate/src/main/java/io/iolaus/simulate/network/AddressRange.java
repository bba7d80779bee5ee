package io.iolaus.simulate.network;

/// A range of IPv4 addresses.
///
/// @param base the first address as a number
/// @param length of the prefix in bits
public record AddressRange(int base, int length) {

  public AddressRange {
    if (length < 8 || length > 32 || (length < 32 && base << length != 0)) {
      throw new IllegalArgumentException("no range: " + dotted(base) + "/" + length);
    }
  }

  static AddressRange of(int a, int b, int c, int length) {
    return new AddressRange(a << 24 | b << 16 | c << 8, length);
  }

  public int size() {
    return 1 << (32 - length);
  }

  /// The address at this place in the range, counted round.
  public String address(int offset) {
    return dotted(base + Math.floorMod(offset, size()));
  }

  /// The range of this length at this place, counted round.
  public AddressRange part(int index, int partLength) {
    int parts = 1 << (partLength - length);
    return new AddressRange(base + (Math.floorMod(index, parts) << (32 - partLength)), partLength);
  }

  public String cidr() {
    return dotted(base) + "/" + length;
  }

  private static String dotted(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 255)
        + "."
        + (address >>> 8 & 255)
        + "."
        + (address & 255);
  }
}
