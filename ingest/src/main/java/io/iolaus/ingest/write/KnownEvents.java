package io.iolaus.ingest.write;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import java.nio.ByteBuffer;

/// The events with an `eventId` that an account has counted: digests of ids and of contents.
///
/// Stored as a version byte and, ascending by the first, pairs of 64-bit numbers.
public final class KnownEvents {

  private static final byte VERSION = 1;

  private final Long2LongRBTreeMap contents = new Long2LongRBTreeMap();

  /// What an event is to those counted before.
  public enum Novelty {
    NEW,
    REPEAT,
    CONFLICT
  }

  /// No events.
  public KnownEvents() {}

  /// What {@link #toBytes} gave.
  KnownEvents(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalStateException("eventIds has version " + version + ", this program reads 1");
    }
    while (in.hasRemaining()) {
      contents.put(in.getLong(), in.getLong());
    }
  }

  /// Adds an event, unless its id is there.
  public Novelty add(long id, long content) {
    if (!contents.containsKey(id)) {
      contents.put(id, content);
      return Novelty.NEW;
    }
    return contents.get(id) == content ? Novelty.REPEAT : Novelty.CONFLICT;
  }

  /// The stored form.
  public byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(1 + contents.size() * 2 * Long.BYTES);
    out.put(VERSION);
    for (Long2LongMap.Entry entry : contents.long2LongEntrySet()) {
      out.putLong(entry.getLongKey()).putLong(entry.getLongValue());
    }
    return out.array();
  }
}
