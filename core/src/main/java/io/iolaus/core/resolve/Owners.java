package io.iolaus.core.resolve;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/// Which accounts count as one independent owner: the verified seats of one organization, the
/// members of a cluster that was found already, else each account for itself. Rarity is counted
/// over owners, not over accounts, or a card used by 5,000 accounts of one operator would look
/// common and lose its weight.
///
/// Owner numbers are dense, 0..count-1, given in the order of the first account.
public final class Owners {

  private final int[] ownerOf;
  private final int[] sizes;

  private Owners(int[] ownerOf, int count) {
    this.ownerOf = ownerOf;
    this.sizes = new int[count];
    for (int owner : ownerOf) {
      sizes[owner]++;
    }
  }

  /// Owners from group numbers: accounts with the same number belong to one owner.
  public static Owners of(int[] groups) {
    Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();
    int[] ownerOf = new int[groups.length];
    for (int a = 0; a < groups.length; a++) {
      int fresh = numbers.size();
      int known = numbers.putIfAbsent(groups[a], fresh);
      ownerOf[a] = numbers.size() > fresh ? fresh : known;
    }
    return new Owners(ownerOf, numbers.size());
  }

  /// How many independent owners there are.
  public int count() {
    return sizes.length;
  }

  /// How many accounts there are.
  public int accounts() {
    return ownerOf.length;
  }

  /// The owner of an account.
  public int of(int account) {
    return ownerOf[account];
  }

  /// How many accounts an owner has.
  public int size(int owner) {
    return sizes[owner];
  }
}
