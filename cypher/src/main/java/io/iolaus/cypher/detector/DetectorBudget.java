package io.iolaus.cypher.detector;

/// How much one run of a detector may bring; its time is in its own front matter, its memory in the
/// server's settings (`db.memory.transaction.max`).
///
/// @param maxLinks rows read before the run stops and says `partial`, 1..10,000,000
/// @param maxMembers members of all links together, likewise, 1..1,000,000,000
/// @param memberCap members listed for one link, 1..1,000,000; the total is exact all the same
public record DetectorBudget(int maxLinks, int maxMembers, int memberCap) {
  /// One million links, twenty million members, and up to one million of them listed for a link.
  public static final DetectorBudget DEFAULT = new DetectorBudget(1_000_000, 20_000_000, 1_000_000);

  public DetectorBudget {
    requireRange("maxLinks", maxLinks, 10_000_000);
    requireRange("maxMembers", maxMembers, 1_000_000_000);
    requireRange("memberCap", memberCap, 1_000_000);
  }

  private static void requireRange(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " must be 1.." + max + ", was " + value);
    }
  }
}
