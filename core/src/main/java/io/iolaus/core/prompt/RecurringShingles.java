package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The shingles that recur over accounts, numbered from 0 by ascending hash, and how many accounts
/// have each.
///
/// Nearly all shingles of a large population belong to one account. They are dealt into buckets by
/// hash, and each bucket is sorted by itself, so that memory is read in order; of a large
/// population some of the buckets at a time, so that the space is bounded.
final class RecurringShingles {

  private static final int BUCKET_BITS = 8;
  private static final int BUCKETS = 1 << BUCKET_BITS;

  /// A bucket's entry: what of the hash does not name the bucket, and below it the account.
  private static final int ACCOUNT_BITS = 64 - Shingles.HASH_BITS + BUCKET_BITS;

  private static final long ACCOUNT_MASK = (1L << ACCOUNT_BITS) - 1;

  /// A result, which is not negative: the hash, and below it how many accounts have it, or more.
  private static final int COUNT_BITS = 63 - Shingles.HASH_BITS;

  private static final long MOST = (1L << COUNT_BITS) - 1;

  /// So many entries are held at a time: a quarter of a gigabyte.
  private static final long HELD = 1L << 25;

  /// Bits of the filter for each recurring shingle.
  private static final int FILTER_BITS = 16;

  private final long[] hashes;
  private final int[] accounts;
  private final Long2IntOpenHashMap indices;

  /// Says of most shingles that they do not recur, and is small enough to stay near the processor.
  private final long[] filter;

  /// @param counted hashes and counts, ascending
  private RecurringShingles(long[] counted) {
    hashes = new long[counted.length];
    accounts = new int[counted.length];
    indices = new Long2IntOpenHashMap(counted.length);
    indices.defaultReturnValue(-1);
    filter = new long[HashCommon.nextPowerOfTwo(counted.length * FILTER_BITS / Long.SIZE + 1)];
    for (int i = 0; i < counted.length; i++) {
      hashes[i] = counted[i] >>> COUNT_BITS;
      accounts[i] = (int) (counted[i] & MOST);
      indices.put(hashes[i], i);
      filter[word(hashes[i])] |= 1L << bit(hashes[i]);
    }
  }

  /// @param accounts how many there are, below 2^28
  static RecurringShingles count(int accounts, IntFunction<SampledPrompts> prompts, int least) {
    if (accounts > ACCOUNT_MASK) {
      throw new IllegalArgumentException(
          accounts + " accounts are more than can be told apart: " + ACCOUNT_MASK);
    }
    long all =
        IntStream.range(0, accounts)
            .parallel()
            .mapToObj(prompts)
            .mapToLong(SampledPrompts::shingles)
            .sum();
    int some = Math.clamp(BUCKETS * HELD / Math.max(1, all), 1, BUCKETS);
    long[] counted =
        IntStream.iterate(0, from -> from < BUCKETS, from -> from + some)
            .mapToObj(from -> new Buckets(from, Math.min(BUCKETS, from + some)))
            .flatMapToLong(buckets -> buckets.fill(accounts, prompts).counts(least))
            .toArray();
    Arrays.parallelSort(counted);
    return new RecurringShingles(counted);
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
    return ((filter[word(hash)] >>> bit(hash)) & 1) == 0 ? -1 : indices.get(hash);
  }

  // Hashes are keyed, so any of their bits will do; the lowest ones choose the bucket.
  private int word(long hash) {
    return (int) (hash >>> (BUCKET_BITS + 6)) & (filter.length - 1);
  }

  private static int bit(long hash) {
    return (int) (hash >>> BUCKET_BITS) & 63;
  }

  /// Some of the buckets.
  private static final class Buckets {
    private final int from;
    private final int to;
    private List<LongArrayList[]> dealt = List.of();

    Buckets(int from, int to) {
      this.from = from;
      this.to = to;
    }

    /// Deals the shingles of all accounts; each thread has buckets of its own.
    Buckets fill(int accounts, IntFunction<SampledPrompts> prompts) {
      int parts = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16);
      int length = accounts / parts + 1;
      dealt =
          IntStream.range(0, parts)
              .parallel()
              .mapToObj(p -> deal(p * length, Math.min(accounts, (p + 1) * length), prompts))
              .toList();
      return this;
    }

    private LongArrayList[] deal(int first, int end, IntFunction<SampledPrompts> prompts) {
      LongArrayList[] buckets = new LongArrayList[to - from];
      Arrays.setAll(buckets, b -> new LongArrayList());
      for (int account = first; account < end; account++) {
        SampledPrompts own = prompts.apply(account);
        for (int i = 0; i < own.size(); i++) {
          for (int at = own.firstShingle(i); at < own.endShingle(i); at++) {
            long hash = Shingles.hash(own.word(at));
            int bucket = (int) hash & (BUCKETS - 1);
            if (bucket >= from && bucket < to) {
              buckets[bucket - from].add(((hash >>> BUCKET_BITS) << ACCOUNT_BITS) | account);
            }
          }
        }
      }
      return buckets;
    }

    /// Hashes that at least so many accounts have, with their counts.
    LongStream counts(int least) {
      return IntStream.range(from, to)
          .parallel()
          .mapToObj(bucket -> counts(bucket, sorted(bucket), least))
          .flatMapToLong(counted -> Arrays.stream(counted.elements(), 0, counted.size()));
    }

    private long[] sorted(int bucket) {
      LongArrayList all =
          new LongArrayList(dealt.stream().mapToInt(d -> d[bucket - from].size()).sum());
      dealt.forEach(d ->
          all.addElements(all.size(), d[bucket - from].elements(), 0, d[bucket - from].size()));
      long[] sorted = all.elements();
      Arrays.sort(sorted);
      return sorted;
    }

    private static LongArrayList counts(int bucket, long[] sorted, int least) {
      LongArrayList counted = new LongArrayList();
      for (int start = 0; start < sorted.length; ) {
        long rest = sorted[start] >>> ACCOUNT_BITS;
        long count = 0;
        int at = start;
        for (long before = -1; at < sorted.length && sorted[at] >>> ACCOUNT_BITS == rest; at++) {
          // an account may have a shingle in several prompts
          count += sorted[at] == before ? 0 : 1;
          before = sorted[at];
        }
        if (count >= least) {
          long hash = (rest << BUCKET_BITS) | bucket;
          counted.add((hash << COUNT_BITS) | Math.min(count, MOST));
        }
        start = at;
      }
      return counted;
    }
  }
}
