package io.iolaus.core.event;

import io.iolaus.core.prompt.PromptSketch;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Makes equal values that several decoders read one object, as far as there is room: who folds
/// what they decoded then mostly tells equal values by their references, which needs no look at
/// what they refer to, and keeps each only once.
///
/// Safe for use by several threads. A value takes the place of another one with which it collides.
public final class SharedValues {

  private static final int LEAST = 1 << 12;
  private static final int MOST = 1 << 17;
  // For the most texts of this length it takes 14 MB, for sketches 8.
  private static final int LONGEST = 60;
  private static final int SKETCHES = 4;
  private static final int MIX = 0x9E3779B9;

  private final AtomicReferenceArray<@Nullable String> texts;
  private final AtomicReferenceArray<@Nullable PromptSketch> sketches;

  /// Room for as many values as the heap lets one hold for that.
  public SharedValues() {
    this(Math.clamp(Runtime.getRuntime().maxMemory() >> 14, LEAST, MOST));
  }

  private SharedValues(int capacity) {
    texts = new AtomicReferenceArray<>(capacity);
    sketches = new AtomicReferenceArray<>(Math.max(1, capacity / SKETCHES));
  }

  /// For a decoder that shares with no other.
  static SharedValues none() {
    return new SharedValues(1);
  }

  /// A text that equals this one.
  String same(String text) {
    return text.length() > LONGEST ? text : same(texts, text);
  }

  /// A sketch that equals this one.
  PromptSketch same(PromptSketch sketch) {
    return same(sketches, sketch);
  }

  private static <T> T same(AtomicReferenceArray<@Nullable T> values, T value) {
    long spread = Integer.toUnsignedLong(value.hashCode() * MIX);
    int place = (int) ((spread * values.length()) >>> Integer.SIZE);
    T known = values.getAcquire(place);
    if (known != null && known.equals(value)) {
      return known;
    }
    values.setRelease(place, value);
    return value;
  }
}
