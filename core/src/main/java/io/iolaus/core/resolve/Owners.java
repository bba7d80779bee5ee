package io.iolaus.core.resolve;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.BitSet;

/// Which accounts count as one independent owner: the verified seats of one organization, the
/// members of a cluster that was found already, else each account for itself. Rarity is counted
/// over owners, not over accounts, or a card used by 5,000 accounts of one operator would look
/// common and lose its weight.
///
/// Owner numbers are dense, 0..count-1, given in the order of the first account.
public final class Owners {

  private final int[] ownerOf;
  private final int[] sizes;
  private final BitSet settled;

  private Owners(int[] ownerOf, int count, BitSet settled) {
    this.ownerOf = ownerOf;
    this.sizes = new int[count];
    this.settled = settled;
    for (int owner : ownerOf) {
      sizes[owner]++;
    }
  }

  /// Owners from group numbers: accounts with the same number belong to one owner.
  public static Owners of(int[] groups) {
    return of(groups, new BitSet());
  }

  /// The same where it is settled of some accounts whose they are: they are never drawn into a
  /// group.
  public static Owners of(int[] groups, BitSet settled) {
    Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();
    int[] ownerOf = new int[groups.length];
    for (int a = 0; a < groups.length; a++) {
      int fresh = numbers.size();
      int known = numbers.putIfAbsent(groups[a], fresh);
      ownerOf[a] = numbers.size() > fresh ? fresh : known;
    }
    return new Owners(ownerOf, numbers.size(), (BitSet) settled.clone());
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

  /// Whether an account may be anybody's: it is not settled whose it is.
  boolean open(int account) {
    return !settled.get(account);
  }

  /// How many accounts an owner has.
  public int size(int owner) {
    return sizes[owner];
  }
}
