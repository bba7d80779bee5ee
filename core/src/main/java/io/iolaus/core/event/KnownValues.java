package io.iolaus.core.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the rules of a field made of raw bytes that came before, so that they need not be asked
/// again about the same bytes.
///
/// Bounded in entries and in bytes: a new value takes the place of one with which it collides, and
/// when the bytes are spent everything is forgotten. Whatever is found was made of exactly the
/// bytes asked for; the hash only says where to look.
final class KnownValues<V> {

  private static final int FIRST_CAPACITY = 256;
  // Entry, arrays and their share of the table.
  private static final int BYTES_ENTRY = 120;
  private static final int TWO_WORDS = 2 * Long.BYTES;
  private static final byte[] NONE = {};

  /// A value with the raw bytes it was made of.
  ///
  /// @param raw empty where the two words hold all of it
  @SuppressWarnings("ArrayRecordComponent")
  record Entry<V>(long hash, int length, long first, long last, byte[] raw, V value) {

    static <V> Entry<V> of(byte[] bytes, int from, int to, long hash, V value) {
      int length = to - from;
      byte[] raw = length <= TWO_WORDS ? NONE : Arrays.copyOfRange(bytes, from, to);
      return new Entry<>(
          hash, length, firstWord(bytes, from, length), lastWord(bytes, to, length), raw, value);
    }

    /// Whether it is of exactly these bytes. Short values need no look at another object.
    boolean isOf(byte[] bytes, int from, int to) {
      return length == to - from
          && first == firstWord(bytes, from, length)
          && (length <= TWO_WORDS
              ? last == lastWord(bytes, to, length)
              : Arrays.equals(raw, 0, length, bytes, from, to));
    }

    private static long firstWord(byte[] bytes, int from, int length) {
      long word = Words.at(bytes, from);
      return length >= Long.BYTES ? word : length == 0 ? 0 : Words.head(word, length);
    }

    private static long lastWord(byte[] bytes, int to, int length) {
      return length >= Long.BYTES ? Words.at(bytes, to - Long.BYTES) : 0;
    }
  }

  private final int mostEntries;
  private final long mostBytes;
  private final int bytesValue;
  private @Nullable Entry<V>[] entries = table(FIRST_CAPACITY);
  private int size;
  private long bytes;

  /// @param mostEntries a power of two
  /// @param mostBytes about how much heap it may take
  /// @param bytesValue about how much heap a value takes besides its raw bytes
  KnownValues(int mostEntries, long mostBytes, int bytesValue) {
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
    this.bytesValue = bytesValue;
  }

  /// What was made of `bytes[from, to)`, null if that is not known.
  @Nullable V find(byte[] bytes, int from, int to, long hash) {
    int slot = slot(hash);
    Entry<V> first = entries[slot];
    if (first != null && first.hash == hash && first.isOf(bytes, from, to)) {
      return first.value;
    }
    Entry<V> second = entries[slot ^ 1];
    return second != null && second.hash == hash && second.isOf(bytes, from, to)
        ? second.value
        : null;
  }

  /// What was made of the bytes that stand at `from`, up to the next quote, whatever their length;
  /// null if that is not known. Saves looking for the end of long strings.
  @Nullable Entry<V> at(byte[] bytes, int from, int to, long hash) {
    int slot = slot(hash);
    for (int way = 0; way < 2; way++) {
      Entry<V> entry = entries[slot ^ way];
      if (entry != null && entry.hash == hash) {
        int end = from + entry.length;
        // No quote is among the raw bytes, so this one is the next.
        if (end < to && bytes[end] == '"' && entry.isOf(bytes, from, end)) {
          return entry;
        }
      }
    }
    return null;
  }

  /// Keeps what was made of `bytes[from, to)`.
  void put(byte[] bytes, int from, int to, long hash, V value) {
    if (size > entries.length / 2 && entries.length < mostEntries) {
      grow();
    }
    Entry<V> entry = Entry.of(bytes, from, to, hash, value);
    long cost = cost(entry);
    if (this.bytes + cost > mostBytes) {
      Arrays.fill(entries, null);
      size = 0;
      this.bytes = 0;
    }
    this.bytes += cost;
    insert(entry);
  }

  private void insert(Entry<V> entry) {
    int slot = slot(entry.hash);
    // The newest stands first; the one before it goes to the other place of the pair.
    Entry<V> moved = entries[slot];
    entries[slot] = entry;
    size++;
    if (moved != null) {
      Entry<V> lost = entries[slot ^ 1];
      entries[slot ^ 1] = moved;
      if (lost != null) {
        size--;
        bytes -= cost(lost);
      }
    }
  }

  private void grow() {
    @Nullable Entry<V>[] before = entries;
    entries = table(before.length * 4);
    size = 0;
    for (Entry<V> entry : before) {
      if (entry != null) {
        insert(entry);
      }
    }
  }

  private long cost(Entry<?> entry) {
    return BYTES_ENTRY + bytesValue + 2L * entry.length;
  }

  private int slot(long hash) {
    return (int) (hash >>> 32) & (entries.length - 1);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <V> @Nullable Entry<V>[] table(int capacity) {
    return new Entry[capacity];
  }
}
