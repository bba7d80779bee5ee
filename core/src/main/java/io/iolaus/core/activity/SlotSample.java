package io.iolaus.core.activity;

import it.unimi.dsi.fastutil.HashCommon;
import java.util.Arrays;

/// Which ten-second slots of a day were active: all of them up to [#CAPACITY], beyond that those of
/// least rank.
///
/// A slot's rank is a fixed public mixing of its number, the same for all accounts: accounts that
/// are active at the same moments keep the same slots (a coordinated bottom-k sample; E. Cohen and
/// H. Kaplan, "Summarizing data using bottom-k sketches", PODC 2007), so the samples alone tell how
/// alike they are.
final class SlotSample {

  static final int CAPACITY = 48;

  // Ascending by rank, and so without repeats: the mixing is a bijection.
  private int[] slots = new int[2];
  private int size;

  void add(int slot) {
    int at = find(slot);
    if (at >= 0) {
      return;
    }
    int insert = -at - 1;
    if (insert == CAPACITY) {
      return;
    }
    if (size == CAPACITY) {
      size--;
    } else if (size == slots.length) {
      slots = Arrays.copyOf(slots, Math.min(CAPACITY, size * 2));
    }
    System.arraycopy(slots, insert, slots, insert + 1, size - insert);
    slots[insert] = slot;
    size++;
  }

  void addAll(SlotSample other) {
    for (int i = 0; i < other.size; i++) {
      add(other.slots[i]);
    }
  }

  int[] ascending() {
    int[] copy = Arrays.copyOf(slots, size);
    Arrays.sort(copy);
    return copy;
  }

  int size() {
    return size;
  }

  static int compareRanks(int a, int b) {
    return Integer.compareUnsigned(HashCommon.murmurHash3(a), HashCommon.murmurHash3(b));
  }

  private int find(int slot) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compareRanks(slots[middle], slot);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }
}
