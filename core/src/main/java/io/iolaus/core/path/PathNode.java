package io.iolaus.core.path;

/// A node as a search sees it.
///
/// @param key what the source knows it by
/// @param name unlike that of any other node; decides between chains that cost the same
/// @param account whether it is an account, which may be in the middle of a chain at no cost;
///   everything else is a thing that accounts share. Accounts are next to things alone.
/// @param users how many accounts use a thing; of a network, how many addresses lie in it
/// @param edges how many edges of evidence it has
/// @param evidence whether sharing it says anything
public record PathNode(
    String key, String name, boolean account, long users, long edges, boolean evidence) {

  /// What passing through it costs, in thousandths of a bit: nothing for an account, the logarithm
  /// of its users for a thing. What n of N accounts share is a surprise of log2(N/n) bits, so a
  /// thing costs what it lacks to the greatest surprise. Whole numbers, so that sums are exact.
  long cost() {
    return account ? 0 : Math.round(1_000 * Math.log((double) Math.max(1, users)) / Math.log(2));
  }

  /// Whether a chain may go through it.
  boolean passable(PathLimits limits) {
    return evidence && edges <= limits.maxDegree();
  }
}
