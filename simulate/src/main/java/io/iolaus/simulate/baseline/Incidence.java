package io.iolaus.simulate.baseline;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/// Which account showed which thing, and how often: a sparse matrix that can be read from both
/// sides. Things and accounts are numbers from 0; lists ascend.
///
/// What only one account showed is counted and not listed: most prompts are such, and nothing meets
/// there.
final class Incidence {

  private final int[][] things;
  private final int[][] times;
  private final int[] alone;
  private final int[][] accounts;
  private final int[][] accountTimes;

  private Incidence(int[][] things, int[][] times, int[] alone, int[] degrees) {
    this.things = things;
    this.times = times;
    this.alone = alone;
    this.accounts = new int[degrees.length][];
    Arrays.setAll(accounts, thing -> new int[degrees[thing] == 1 ? 0 : degrees[thing]]);
    this.accountTimes = new int[degrees.length][];
    Arrays.setAll(accountTimes, thing -> new int[accounts[thing].length]);
    transpose();
  }

  /// Builds the matrix.
  ///
  /// @param pairs `account << 32 | thing`, in any order; a pair that is there three times counts
  ///   three. The array is sorted in place.
  static Incidence of(int accountCount, int thingCount, long[] pairs) {
    LongArrays.radixSort(pairs);
    int[] degrees = degrees(thingCount, pairs);
    int[][] things = new int[accountCount][];
    int[][] times = new int[accountCount][];
    int[] alone = new int[accountCount];
    IntArrayList shown = new IntArrayList();
    IntArrayList counts = new IntArrayList();
    int at = 0;
    for (int account = 0; account < accountCount; account++) {
      shown.clear();
      counts.clear();
      while (at < pairs.length && pairs[at] >>> 32 == account) {
        int from = at;
        while (at < pairs.length && pairs[at] == pairs[from]) {
          at++;
        }
        int thing = (int) pairs[from];
        if (degrees[thing] == 1) {
          alone[account]++;
        } else {
          shown.add(thing);
          counts.add(at - from);
        }
      }
      things[account] = shown.toIntArray();
      times[account] = counts.toIntArray();
    }
    return new Incidence(things, times, alone, degrees);
  }

  private static int[] degrees(int thingCount, long[] sorted) {
    int[] degrees = new int[thingCount];
    for (int i = 0; i < sorted.length; i++) {
      degrees[(int) sorted[i]] += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return degrees;
  }

  private void transpose() {
    int[] filled = new int[accounts.length];
    for (int account = 0; account < things.length; account++) {
      for (int i = 0; i < things[account].length; i++) {
        int thing = things[account][i];
        accounts[thing][filled[thing]] = account;
        accountTimes[thing][filled[thing]++] = times[account][i];
      }
    }
  }

  /// How many things there are.
  int things() {
    return accounts.length;
  }

  /// The things that an account has in common with others; not to be changed.
  int[] of(int account) {
    return things[account];
  }

  /// How often it showed each of them.
  int[] times(int account) {
    return times[account];
  }

  /// How many things nobody else shows.
  int alone(int account) {
    return alone[account];
  }

  /// Whether an account shows anything.
  boolean shows(int account) {
    return alone[account] > 0 || things[account].length > 0;
  }

  /// Who showed a thing that several show; not to be changed.
  int[] sharing(int thing) {
    return accounts[thing];
  }

  /// How often each of them did.
  int[] timesOf(int thing) {
    return accountTimes[thing];
  }

  int degree(int thing) {
    return accounts[thing].length;
  }

  /// What two accounts share, ascending.
  int[] common(int a, int b) {
    int[] left = things[a];
    int[] right = things[b];
    int[] common = new int[Math.min(left.length, right.length)];
    int size = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i] == right[j]) {
        common[size++] = left[i];
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return Arrays.copyOf(common, size);
  }

  /// How many things two accounts share.
  int shared(int a, int b) {
    return common(a, b).length;
  }

  /// The degree of the least common thing that two accounts share; 0 if they share nothing.
  int rarest(int a, int b) {
    int rarest = 0;
    for (int thing : common(a, b)) {
      rarest = rarest == 0 ? degree(thing) : Math.min(rarest, degree(thing));
    }
    return rarest;
  }

  /// Joins all accounts that share a thing, of things that no more than `cap` accounts show.
  void join(Components components, int cap) {
    for (int[] sharing : accounts) {
      for (int i = 1; i < sharing.length && sharing.length <= cap; i++) {
        components.join(sharing[0], sharing[i]);
      }
    }
  }
}
