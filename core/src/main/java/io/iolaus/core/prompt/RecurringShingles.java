package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntFunction;

/// The shingles that recur over accounts, numbered from 0 by ascending hash, and how many accounts
/// have each.
///
/// Nearly all shingles of a large population belong to one account and must not take memory. A
/// first reading counts accounts in a fixed array of small counters (a count-min sketch: G. Cormode
/// and S. Muthukrishnan, "An improved data stream summary", J. Algorithms 55, 2005), which can only
/// count too much; a second counts exactly what passed. So the result is exact, and the memory is
/// that of the shingles that recur.
final class RecurringShingles {

  private static final int LARGEST_FILTER = 1 << 28;

  private final long[] hashes;
  private final int[] accounts;
  private final Long2IntOpenHashMap indices;

  private RecurringShingles(Long2IntOpenHashMap counts) {
    hashes = counts.keySet().toLongArray();
    Arrays.sort(hashes);
    accounts = new int[hashes.length];
    indices = new Long2IntOpenHashMap(hashes.length);
    indices.defaultReturnValue(-1);
    for (int i = 0; i < hashes.length; i++) {
      accounts[i] = counts.get(hashes[i]);
      indices.put(hashes[i], i);
    }
  }

  static RecurringShingles count(
      int accounts, IntFunction<? extends Collection<PromptReservoir.Entry>> entries, int least) {
    byte[] filter = filter(accounts, entries, least);
    Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
    LongOpenHashSet own = new LongOpenHashSet();
    for (int account = 0; account < accounts; account++) {
      collect(entries.apply(account), own);
      for (long hash : own) {
        if (Math.min(filter[first(hash, filter)], filter[second(hash, filter)]) >= least) {
          counts.addTo(hash, 1);
        }
      }
    }
    counts.values().removeIf(count -> count < least);
    return new RecurringShingles(counts);
  }

  int size() {
    return hashes.length;
  }

  long hash(int index) {
    return hashes[index];
  }

  /// Which shingles recur over at least this many accounts.
  boolean[] over(int least) {
    boolean[] over = new boolean[accounts.length];
    for (int s = 0; s < over.length; s++) {
      over[s] = accounts[s] >= least;
    }
    return over;
  }

  /// The number of a shingle, -1 if it does not recur.
  int index(long hash) {
    return indices.get(hash);
  }

  private static byte[] filter(
      int accounts, IntFunction<? extends Collection<PromptReservoir.Entry>> entries, int least) {
    // Sized for about a thousand shingles an account: a guess that costs time if wrong, never
    // correctness.
    byte[] filter =
        new byte[HashCommon.nextPowerOfTwo(Math.clamp(accounts * 2048L, 1 << 16, LARGEST_FILTER))];
    LongOpenHashSet own = new LongOpenHashSet();
    for (int account = 0; account < accounts; account++) {
      collect(entries.apply(account), own);
      for (long hash : own) {
        int a = first(hash, filter);
        int b = second(hash, filter);
        int count = Math.min(filter[a], filter[b]);
        if (count < least) {
          filter[a] = (byte) Math.max(filter[a], count + 1);
          filter[b] = (byte) Math.max(filter[b], count + 1);
        }
      }
    }
    return filter;
  }

  private static void collect(Collection<PromptReservoir.Entry> entries, LongOpenHashSet own) {
    own.clear();
    for (PromptReservoir.Entry entry : entries) {
      for (long shingle : entry.sketch().view()) {
        own.add(Shingles.hash(shingle));
      }
    }
  }

  private static int first(long hash, byte[] filter) {
    return (int) HashCommon.murmurHash3(hash) & filter.length - 1;
  }

  private static int second(long hash, byte[] filter) {
    return (int) (HashCommon.murmurHash3(hash) >>> 32) & filter.length - 1;
  }
}
