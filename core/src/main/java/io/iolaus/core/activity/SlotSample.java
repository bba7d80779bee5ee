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

  private static final char[] NONE = {};

  // Slots since the day's first, ascending: two bytes each, and lines in the order of time are
  // added at the end. The mixing is a bijection, so there are no two of one rank.
  private char[] slots = NONE;
  private byte size;
  // Where the greatest rank stands, once the sample is full.
  private byte worst;

  /// Adds a slot.
  ///
  /// @param first the first slot of its day
  void add(int first, int slot) {
    char inDay = (char) (slot - first);
    int at = size == 0 || slots[size - 1] < inDay ? -size - 1 : find(inDay);
    if (at >= 0) {
      return;
    }
    int insert = -at - 1;
    if (size == CAPACITY) {
      if (compareRanks(slot, first + slots[worst]) > 0) {
        return;
      }
      insert -= worst < insert ? 1 : 0;
      System.arraycopy(slots, worst + 1, slots, worst, --size - worst);
    } else if (size == slots.length) {
      slots = Arrays.copyOf(slots, Math.min(CAPACITY, size + (size >> 1) + 2));
    }
    System.arraycopy(slots, insert, slots, insert + 1, size - insert);
    slots[insert] = inDay;
    if (++size == CAPACITY) {
      worst = (byte) findWorst(first);
    }
  }

  /// Adds the slots of another sample of the same day.
  void addAll(int first, SlotSample other) {
    for (int i = 0; i < other.size; i++) {
      add(first, first + other.slots[i]);
    }
  }

  int[] ascending(int first) {
    int[] ascending = new int[size];
    for (int i = 0; i < size; i++) {
      ascending[i] = first + slots[i];
    }
    return ascending;
  }

  int size() {
    return size;
  }

  private int find(char slot) {
    return slots[size - 1] == slot ? size - 1 : Arrays.binarySearch(slots, 0, size, slot);
  }

  private int findWorst(int first) {
    int found = 0;
    for (int i = 1; i < size; i++) {
      if (compareRanks(first + slots[i], first + slots[found]) > 0) {
        found = i;
      }
    }
    return found;
  }

  static int compareRanks(int a, int b) {
    return Integer.compareUnsigned(HashCommon.murmurHash3(a), HashCommon.murmurHash3(b));
  }
}
