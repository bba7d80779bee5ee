package io.iolaus.core.event;

import io.iolaus.core.prompt.PromptSketch;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// What the rules of a field made of raw bytes that came before, so that they need not be asked
/// again about the same bytes.
///
/// Bounded in entries and in bytes: a new value takes the place of one with which it collides, and
/// when the bytes are spent, or the table grows, everything is forgotten.
///
/// A table of this size is not in the processor's caches, so each look at one more object costs as
/// much as reading half of the line. Therefore all that tells values apart stands in one place, and
/// the values themselves are with the two kinds there are: what comes out of an array of its own
/// type is handed on without a look at it.
///
/// Up to 16 bytes are kept themselves. Of longer values a digest is kept, under a key drawn at
/// random for each table: two values of one length agree with a chance of 2⁻⁶⁴, whoever chose them,
/// which is less than that of the machine erring (NH of UMAC: J. Black et al., "UMAC: Fast and
/// Secure Message Authentication", CRYPTO 1999).
abstract sealed class KnownValues {

  /// Longer values are not kept.
  static final int LONGEST = 1024;

  private static final int NOWHERE = -1;
  private static final int FIRST_CAPACITY = 256;
  // Columns and reference.
  private static final int BYTES_ENTRY = 40;
  private static final int BYTES_PLACE = 36;
  private static final int TWO_WORDS = 2 * Long.BYTES;

  // Columns of a slot.
  private static final int HASH = 0;
  private static final int FIRST = 1;
  private static final int SECOND = 2;
  private static final int LENGTH = 3;
  private static final int COLUMNS = 4;
  private static final long EMPTY = -1;

  private final long[] secret = new SecureRandom().longs(LONGEST / Long.BYTES + 2).toArray();
  private final int mostEntries;
  private final long mostBytes;
  private final int bytesValue;
  private int capacity = FIRST_CAPACITY;
  private long[] keys = emptyKeys(FIRST_CAPACITY);
  private int size;
  private long bytes;
  // What the last look at a value found of it.
  private long first;
  private long second;

  /// @param mostEntries a power of two
  /// @param mostBytes about how much heap it may take
  /// @param bytesValue about how much heap a value takes besides its text
  private KnownValues(int mostEntries, long mostBytes, int bytesValue) {
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
    this.bytesValue = bytesValue;
  }

  /// Strings.
  static final class Texts extends KnownValues {

    private @Nullable String[] values = new @Nullable String[FIRST_CAPACITY];

    Texts(int mostEntries, long mostBytes, int bytesValue) {
      super(mostEntries, mostBytes, bytesValue);
    }

    /// What was made of `bytes[from, to)`, null if that is not known.
    @Nullable String find(byte[] bytes, int from, int to, long hash) {
      int place = place(bytes, from, to, hash);
      return place == NOWHERE ? null : values[place];
    }

    /// Keeps what was made of `bytes[from, to)`.
    void put(byte[] bytes, int from, int to, long hash, String value) {
      int place = room(bytes, from, to, hash);
      if (place != NOWHERE) {
        values[place] = value;
      }
    }

    @Override
    void forget(int newCapacity) {
      values = new @Nullable String[newCapacity];
    }
  }

  /// Sketches of prompts, whose fingerprints are long: their end is found with them.
  static final class Sketches extends KnownValues {

    private @Nullable PromptSketch[] values = new @Nullable PromptSketch[FIRST_CAPACITY];

    Sketches(int mostEntries, long mostBytes, int bytesValue) {
      super(mostEntries, mostBytes, bytesValue);
    }

    /// Where what stands from `from` up to the next quote is known; -1 if it is not.
    int at(byte[] bytes, int from, int to, long hash) {
      return quotedPlace(bytes, from, to, hash);
    }

    /// The sketch at a place.
    @Nullable PromptSketch value(int place) {
      return values[place];
    }

    /// Keeps what was made of `bytes[from, to)`.
    void put(byte[] bytes, int from, int to, long hash, PromptSketch value) {
      int place = room(bytes, from, to, hash);
      if (place != NOWHERE) {
        values[place] = value;
      }
    }

    @Override
    void forget(int newCapacity) {
      values = new @Nullable PromptSketch[newCapacity];
    }
  }

  /// Lets go of all values and makes room for so many.
  abstract void forget(int newCapacity);

  private static long[] emptyKeys(int capacity) {
    long[] keys = new long[capacity * COLUMNS];
    for (int i = LENGTH; i < keys.length; i += COLUMNS) {
      keys[i] = EMPTY;
    }
    return keys;
  }

  /// How many bytes the value at a place was made of.
  final int length(int place) {
    return (int) keys[place * COLUMNS + LENGTH];
  }

  final int place(byte[] bytes, int from, int to, long hash) {
    int place = firstPlace(hash);
    if (isAt(place, bytes, from, to - from, hash)) {
      return place;
    }
    return isAt(place ^ 1, bytes, from, to - from, hash) ? place ^ 1 : NOWHERE;
  }

  final int quotedPlace(byte[] bytes, int from, int to, long hash) {
    int place = firstPlace(hash);
    if (isQuotedAt(place, bytes, from, to, hash)) {
      return place;
    }
    return isQuotedAt(place ^ 1, bytes, from, to, hash) ? place ^ 1 : NOWHERE;
  }

  private boolean isQuotedAt(int place, byte[] bytes, int from, int to, long hash) {
    int length = length(place);
    // No quote is among bytes that were kept, so this one is the next.
    return length >= 0
        && from + length < to
        && bytes[from + length] == '"'
        && isAt(place, bytes, from, length, hash);
  }

  private boolean isAt(int place, byte[] bytes, int from, int length, long hash) {
    int i = place * COLUMNS;
    if (keys[i + HASH] != hash || keys[i + LENGTH] != length) {
      return false;
    }
    look(bytes, from, length);
    return keys[i + FIRST] == first && keys[i + SECOND] == second;
  }

  /// Finds the two words that a value is known by.
  private void look(byte[] bytes, int from, int length) {
    if (length > TWO_WORDS) {
      digest(bytes, from, length);
      return;
    }
    long word = Words.at(bytes, from);
    first = length >= Long.BYTES ? word : length == 0 ? 0 : Words.head(word, length);
    second = length >= Long.BYTES ? Words.at(bytes, from + length - Long.BYTES) : 0;
  }

  private void digest(byte[] bytes, int from, int length) {
    int last = from + length - Long.BYTES;
    int k = 0;
    // The last word overlaps the one before it where they are no whole number: nothing is left out.
    long a = Words.at(bytes, last) + secret[k++];
    long b = secret[k++];
    long low = a * b;
    long high = Math.unsignedMultiplyHigh(a, b);
    for (int i = from; i < last; i += TWO_WORDS) {
      a = Words.at(bytes, i) + secret[k++];
      b = Words.at(bytes, Math.min(i + Long.BYTES, last)) + secret[k++];
      long product = a * b;
      low += product;
      high += Math.unsignedMultiplyHigh(a, b) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
    }
    first = high;
    second = low;
  }

  /// Where a new value goes; -1 if it is too long.
  final int room(byte[] bytes, int from, int to, long hash) {
    int length = to - from;
    if (length > LONGEST) {
      return NOWHERE;
    }
    long cost = cost(length);
    // Early: where three meet at one pair of places, each drives another one out again and again.
    if (size > capacity / 4 && mayGrow()) {
      empty(capacity * 4);
    } else if (this.bytes + cost > mostBytes) {
      empty(capacity);
    }
    int place = firstPlace(hash);
    if (length(place) != EMPTY) {
      // The other of the pair, be it taken or not: a value that is asked for again comes back.
      place ^= 1;
    }
    if (length(place) == EMPTY) {
      size++;
    } else {
      this.bytes -= cost(length(place));
    }
    this.bytes += cost;
    look(bytes, from, length);
    int i = place * COLUMNS;
    keys[i + HASH] = hash;
    keys[i + FIRST] = first;
    keys[i + SECOND] = second;
    keys[i + LENGTH] = length;
    return place;
  }

  private boolean mayGrow() {
    return capacity < mostEntries && 4L * capacity * BYTES_PLACE <= mostBytes;
  }

  private long cost(int length) {
    return (long) BYTES_ENTRY + bytesValue + length;
  }

  private void empty(int newCapacity) {
    capacity = newCapacity;
    keys = emptyKeys(newCapacity);
    forget(newCapacity);
    size = 0;
    bytes = 0;
  }

  private int firstPlace(long hash) {
    return (int) (hash >>> 32) & (capacity - 1);
  }
}
