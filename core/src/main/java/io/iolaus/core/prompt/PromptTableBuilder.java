package io.iolaus.core.prompt;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Reads prompts, account by account in ascending order, into a [PromptTable].
final class PromptTableBuilder {

  /// Accounts that are read by one thread, and so many times as many before they are put together.
  private static final int CHUNK = 512;

  private static final int WAVE = 32;

  private final RecurringShingles recurring;
  private final int[] depths;
  private final double[] weightSums;
  private final int[] met;

  // Prompts in the order they are met: their identities, and where their sketches stand in
  // `numbers`.
  private final Long2IntOpenHashMap known = new Long2IntOpenHashMap();
  private final LongArrayList identities = new LongArrayList();
  private final IntArrayList begins = new IntArrayList();
  private final IntArrayList ends = new IntArrayList();
  private final IntArrayList numbers = new IntArrayList();
  private final ByteArrayList sizes = new ByteArrayList();
  private final DoubleArrayList completes = new DoubleArrayList();

  // One for each prompt and owner.
  private final IntArrayList ownedPrompts = new IntArrayList();
  private final IntArrayList owners = new IntArrayList();
  private final LongArrayList weights = new LongArrayList();

  private PromptTableBuilder(RecurringShingles recurring) {
    this.recurring = recurring;
    depths = new int[recurring.size()];
    weightSums = new double[recurring.size()];
    met = new int[recurring.size()];
    known.defaultReturnValue(-1);
  }

  static PromptTable read(
      int accounts, IntFunction<SampledPrompts> prompts, RecurringShingles recurring) {
    PromptTableBuilder builder = new PromptTableBuilder(recurring);
    for (int from = 0; from < accounts; from += WAVE * CHUNK) {
      int first = from;
      IntStream.range(0, WAVE)
          .parallel()
          .mapToObj(c ->
              new Chunk(
                  Math.min(accounts, first + c * CHUNK),
                  Math.min(accounts, first + (c + 1) * CHUNK),
                  prompts,
                  recurring))
          .toList()
          .forEach(builder::add);
    }
    return builder.build();
  }

  /// The prompts of some accounts, with the numbers of their recurring shingles: looking these up
  /// is most of the work.
  private static final class Chunk {
    private final IntArrayList accounts = new IntArrayList();
    private final LongArrayList identities = new LongArrayList();
    private final IntArrayList ends = new IntArrayList();
    private final IntArrayList numbers = new IntArrayList();
    private final ByteArrayList depths = new ByteArrayList();
    private final ByteArrayList sizes = new ByteArrayList();
    private final DoubleArrayList completes = new DoubleArrayList();
    private final LongArrayList weights = new LongArrayList();

    Chunk(int from, int to, IntFunction<SampledPrompts> prompts, RecurringShingles recurring) {
      for (int account = from; account < to; account++) {
        SampledPrompts own = prompts.apply(account);
        for (int i = 0; i < own.size(); i++) {
          add(account, own, i, recurring);
        }
      }
    }

    private void add(int account, SampledPrompts prompts, int prompt, RecurringShingles recurring) {
      int begin = numbers.size();
      for (int at = prompts.firstShingle(prompt); at < prompts.endShingle(prompt); at++) {
        long shingle = prompts.word(at);
        int number = recurring.index(Shingles.hash(shingle));
        if (number >= 0) {
          numbers.add(number);
          depths.add((byte) Shingles.depth(shingle));
        }
      }
      if (numbers.size() > begin) {
        accounts.add(account);
        identities.add(prompts.identity(prompt));
        ends.add(numbers.size());
        sizes.add((byte) (prompts.endShingle(prompt) - prompts.firstShingle(prompt)));
        completes.add(complete(prompts, prompt));
        weights.add(prompts.total(prompt));
      }
    }
  }

  private void add(Chunk chunk) {
    int begin = 0;
    for (int i = 0; i < chunk.identities.size(); i++) {
      int end = chunk.ends.getInt(i);
      ownedPrompts.add(prompt(chunk, i, begin, end));
      owners.add(chunk.accounts.getInt(i));
      weights.add(chunk.weights.getLong(i));
      begin = end;
    }
  }

  private int prompt(Chunk chunk, int place, int from, int to) {
    long identity = chunk.identities.getLong(place);
    int fresh = identities.size();
    int prompt = known.putIfAbsent(identity, fresh);
    if (prompt >= 0) {
      return prompt;
    }
    identities.add(identity);
    begins.add(numbers.size());
    for (int j = from; j < to; j++) {
      int number = chunk.numbers.getInt(j);
      int depth = chunk.depths.getByte(j);
      numbers.add(number);
      depths[number] = Math.max(depths[number], depth);
      weightSums[number] += Shingles.weight(depth);
      met[number]++;
    }
    ends.add(numbers.size());
    sizes.add(chunk.sizes.getByte(place));
    completes.add(chunk.completes.getDouble(place));
    return fresh;
  }

  static double complete(SampledPrompts prompts, int prompt) {
    int from = prompts.firstShingle(prompt);
    int to = prompts.endShingle(prompt);
    if (to - from < PromptSketch.MAX_SHINGLES) {
      return Double.POSITIVE_INFINITY;
    }
    double most = 0;
    for (int at = from; at < to; at++) {
      most = Math.max(most, Shingles.rank(prompts.word(at)));
    }
    return most;
  }

  private PromptTable build() {
    int size = identities.size();
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    IntArrays.parallelQuickSort(
        order,
        (a, b) ->
            Long.compareUnsigned(
                HashCommon.murmurHash3(identities.getLong(a)),
                HashCommon.murmurHash3(identities.getLong(b))));
    long[] sorted = new long[size];
    int[] starts = new int[size + 1];
    int[] shingles = new int[numbers.size()];
    byte[] sizesOf = new byte[size];
    double[] complete = new double[size];
    int[] place = new int[size];
    for (int p = 0; p < size; p++) {
      int from = order[p];
      place[from] = p;
      sorted[p] = identities.getLong(from);
      complete[p] = completes.getDouble(from);
      sizesOf[p] = sizes.getByte(from);
      int length = ends.getInt(from) - begins.getInt(from);
      numbers.getElements(begins.getInt(from), shingles, starts[p], length);
      // A sketch may hold a shingle once only, and ascends by hash: numbers ascend with it.
      starts[p + 1] = starts[p] + length;
    }
    return withOwners(sorted, starts, shingles, sizesOf, complete, place);
  }

  private PromptTable withOwners(
      long[] sorted, int[] starts, int[] shingles, byte[] sizesOf, double[] complete, int[] place) {
    int[] ownerStarts = new int[place.length + 1];
    for (int i = 0; i < ownedPrompts.size(); i++) {
      ownerStarts[place[ownedPrompts.getInt(i)] + 1]++;
    }
    for (int p = 0; p < place.length; p++) {
      ownerStarts[p + 1] += ownerStarts[p];
    }
    int[] fill = ownerStarts.clone();
    int[] ownersOf = new int[owners.size()];
    long[] weightsOf = new long[owners.size()];
    for (int i = 0; i < ownedPrompts.size(); i++) {
      int at = fill[place[ownedPrompts.getInt(i)]]++;
      ownersOf[at] = owners.getInt(i);
      weightsOf[at] = weights.getLong(i);
    }
    double[] ranks = new double[recurring.size()];
    double[] nearness = new double[recurring.size()];
    for (int s = 0; s < ranks.length; s++) {
      ranks[s] = Shingles.rank(recurring.hash(s), depths[s]);
      nearness[s] = met[s] == 0 ? 0 : weightSums[s] / met[s];
    }
    return new PromptTable(
        sorted,
        starts,
        shingles,
        sizesOf,
        complete,
        ownerStarts,
        ownersOf,
        weightsOf,
        ranks,
        nearness);
  }
}
