package io.iolaus.sharing.stix;

/// Puts numbers into ranges, so that two exports one after the other do not show a single account
/// coming or going.
final class Ranges {

  /// Nothing is said about fewer than this many accounts.
  static final int LEAST = 5;

  private static final long[] ACCOUNTS = {LEAST, 10, 50, 100, 500};
  private static final long[] EXCHANGES = {
    LEAST, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000
  };

  private Ranges() {}

  /// `5-9`, `10-49`, `50-99`, `100-499`, `500+`.
  static String accounts(long count) {
    return range(count, ACCOUNTS);
  }

  /// Powers of ten from `5-99` to `10000000+`.
  static String exchanges(long count) {
    return range(count, EXCHANGES);
  }

  /// A share in 0..1 as `0-24 %`, `25-49 %`, `50-74 %` or `75-100 %`.
  static String share(double share) {
    int quarter = (int) Math.min(3, Math.max(0, share * 4));
    return quarter == 3 ? "75-100 %" : quarter * 25 + "-" + (quarter * 25 + 24) + " %";
  }

  private static String range(long count, long[] bounds) {
    if (count < bounds[0]) {
      throw new IllegalArgumentException(
          "nothing is said about fewer than " + bounds[0] + ", was " + count);
    }
    int i = bounds.length - 1;
    while (count < bounds[i]) {
      i--;
    }
    return i == bounds.length - 1 ? bounds[i] + "+" : bounds[i] + "-" + (bounds[i + 1] - 1);
  }
}
