package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The shingles that recur over accounts, numbered from 0 by ascending hash, and how many accounts
/// have each.
///
/// Nearly all shingles of a large population belong to one account and must not take memory. A
/// first reading counts accounts in a fixed array of small counters (a count-min sketch: G. Cormode
/// and S. Muthukrishnan, "An improved data stream summary", J. Algorithms 55, 2005), which can only
/// count too much; a second counts exactly what passed. So the result is exact, and the memory is
/// that of the shingles that recur. Each thread counts a part of all hashes.
final class RecurringShingles {

  private static final int LARGEST_FILTER = 1 << 28;

  /// Shingles that an account had lately: what comes again in other prompts of it is not counted
  /// again. What was pushed out is, which a count-min sketch may.
  private static final int LATELY = 1 << 13;

  private final long[] hashes;
  private final int[] accounts;
  private final Long2IntOpenHashMap indices;

  /// @param counts by hash, how many accounts have a shingle, in the upper half; no hash is in two
  ///   of them
  private RecurringShingles(List<Long2LongOpenHashMap> counts) {
    hashes = counts.stream().flatMapToLong(part -> part.keySet().longStream()).toArray();
    Arrays.parallelSort(hashes);
    accounts = new int[hashes.length];
    indices = new Long2IntOpenHashMap(hashes.length);
    indices.defaultReturnValue(-1);
    for (int i = 0; i < hashes.length; i++) {
      indices.put(hashes[i], i);
    }
    for (Long2LongOpenHashMap part : counts) {
      part.long2LongEntrySet()
          .fastForEach(
              e -> accounts[indices.get(e.getLongKey())] = (int) (e.getLongValue() >>> 32));
    }
  }

  static RecurringShingles count(
      int accounts, IntFunction<? extends Collection<PromptReservoir.Entry>> entries, int least) {
    int parts = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    return new RecurringShingles(
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> new Part(part, parts, accounts, least).count(entries))
            .toList());
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

  /// Counts the shingles of one part of all hashes.
  private static final class Part {
    private final int part;
    private final int parts;
    private final int population;
    private final int least;
    private final byte[] filter;

    Part(int part, int parts, int population, int least) {
      this.part = part;
      this.parts = parts;
      this.population = population;
      this.least = least;
      // Sized for about a thousand shingles an account: a guess that costs time if wrong, never
      // correctness.
      long counters = Math.clamp(population * 2048L, 1 << 16, LARGEST_FILTER) / parts;
      this.filter = new byte[HashCommon.nextPowerOfTwo((int) Math.max(1 << 14, counters))];
    }

    /// For each shingle the accounts above, the last account that was counted below: one may have a
    /// shingle often.
    Long2LongOpenHashMap count(IntFunction<? extends Collection<PromptReservoir.Entry>> entries) {
      fill(entries);
      Long2LongOpenHashMap counts = new Long2LongOpenHashMap();
      for (int account = 0; account < population; account++) {
        for (PromptReservoir.Entry entry : entries.apply(account)) {
          for (long shingle : entry.sketch().view()) {
            long hash = Shingles.hash(shingle);
            long mixed = HashCommon.murmurHash3(hash);
            if (mine(mixed) && Math.min(filter[first(mixed)], filter[second(mixed)]) >= least) {
              long before = counts.get(hash);
              if (before == 0 || (int) before != account) {
                counts.put(hash, ((before >>> 32) + 1) << 32 | account);
              }
            }
          }
        }
      }
      counts.values().removeIf(count -> count >>> 32 < least);
      return counts;
    }

    private void fill(IntFunction<? extends Collection<PromptReservoir.Entry>> entries) {
      long[] lately = new long[LATELY];
      for (int account = 0; account < population; account++) {
        for (PromptReservoir.Entry entry : entries.apply(account)) {
          for (long shingle : entry.sketch().view()) {
            long mixed = HashCommon.murmurHash3(Shingles.hash(shingle));
            int seen = (int) (mixed >>> 40) & LATELY - 1;
            long mark = mixed + account;
            if (mine(mixed) && lately[seen] != mark) {
              lately[seen] = mark;
              increase(first(mixed), second(mixed));
            }
          }
        }
      }
    }

    private void increase(int a, int b) {
      int count = Math.min(filter[a], filter[b]);
      if (count < least) {
        filter[a] = (byte) Math.max(filter[a], count + 1);
        filter[b] = (byte) Math.max(filter[b], count + 1);
      }
    }

    private boolean mine(long mixed) {
      return (int) (mixed >>> 60) % parts == part;
    }

    private int first(long mixed) {
      return (int) mixed & filter.length - 1;
    }

    private int second(long mixed) {
      return (int) (mixed >>> 32) & filter.length - 1;
    }
  }
}
