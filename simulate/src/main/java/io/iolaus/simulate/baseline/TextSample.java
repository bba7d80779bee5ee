package io.iolaus.simulate.baseline;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongAVLTreeSet;
import it.unimi.dsi.fastutil.longs.LongSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Signatures of some texts of each account: of its distinct ones those sixteen with the least
/// hashes, so that neither order nor repetition matters.
final class TextSample {

  private static final int EACH = 16;

  private final List<LongSortedSet> keys = new ArrayList<>();
  private final Long2ObjectOpenHashMap<int[]> signatures = new Long2ObjectOpenHashMap<>();

  /// Signed texts in parallel arrays: whose, and the signature.
  record Signed(int[] accounts, int[][] signatures) {

    int size() {
      return accounts.length;
    }
  }

  /// Offers a text.
  ///
  /// @param key equal for equal texts
  /// @param signature asked for if the text is taken
  void add(int account, long key, Supplier<int[]> signature) {
    while (keys.size() <= account) {
      keys.add(new LongAVLTreeSet());
    }
    LongSortedSet own = keys.get(account);
    long rank = HashCommon.mix(key);
    if (own.size() == EACH && rank >= own.lastLong()) {
      return;
    }
    if (own.add(rank)) {
      if (own.size() > EACH) {
        own.remove(own.lastLong());
      }
      if (!signatures.containsKey(rank)) {
        signatures.put(rank, signature.get());
      }
    }
  }

  /// What was taken.
  ///
  /// @param places the new number of each account
  Signed signed(int[] places) {
    IntArrayList accounts = new IntArrayList();
    List<int[]> kept = new ArrayList<>();
    int[] order = new int[places.length];
    for (int account = 0; account < places.length; account++) {
      order[places[account]] = account;
    }
    for (int place = 0; place < order.length; place++) {
      if (order[place] < keys.size()) {
        for (long rank : keys.get(order[place])) {
          accounts.add(place);
          kept.add(signatures.get(rank));
        }
      }
    }
    return new Signed(accounts.toIntArray(), kept.toArray(int[][]::new));
  }
}
