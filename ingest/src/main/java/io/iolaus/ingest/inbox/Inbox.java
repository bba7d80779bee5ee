package io.iolaus.ingest.inbox;

import io.iolaus.ingest.inbox.Receipt.Reason;
import io.iolaus.ingest.journal.BatchState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/// Takes bodies in and keeps them on disk until they are in the graph.
///
/// A body is streamed to a file, flushed, and then made a delivery by one rename; what is cut short
/// before that leaves nothing. One process at a time has an inbox open. Safe for use by several
/// threads.
public final class Inbox implements AutoCloseable {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'-'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final InboxFolder folder;
  private final InboxOptions options;
  private final Clock clock;
  private final KeyLog keys;
  private final TreeMap<String, Delivery> pending = new TreeMap<>();
  private final Set<String> busyKeys = new HashSet<>();
  private int arriving;
  private long bytes;
  private long lastMillis;

  private Inbox(InboxFolder folder, InboxOptions options, Clock clock) throws IOException {
    this.folder = folder;
    this.options = options;
    this.clock = clock;
    keys = KeyLog.open(folder.path(), options.keepKeys(), clock.instant());
    for (Delivery delivery : folder.clean()) {
      pending.put(delivery.id(), delivery);
      bytes += delivery.bytes();
      keys.add(delivery, delivery.receivedAt()); // The process may have ended just before that.
    }
  }

  /// Opens the inbox in this folder with what an earlier process left in it; empty where another
  /// process has it open.
  public static Optional<Inbox> open(Path path, InboxOptions options, Clock clock)
      throws IOException {
    Optional<InboxFolder> folder = InboxFolder.open(path);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Inbox(folder.get(), options, clock));
    } catch (IOException | RuntimeException e) {
      folder.get().close();
      throw e;
    }
  }

  /// Reads a body to its end. Blocks as long as it comes.
  ///
  /// @param length how long it says it is, -1 where it does not say
  /// @param key under which the same body may come again, empty for none
  /// @throws BrokenBodyException if the body breaks off; nothing of it is kept
  /// @throws IOException if it cannot be written
  public Receipt receive(InputStream body, long length, String key) throws IOException {
    String keyHash = key.isEmpty() ? "" : KeyLog.hash(key);
    Optional<Reason> refused = enter(keyHash, length);
    if (refused.isPresent()) {
      return new Receipt.Refused(refused.get());
    }
    ArrivingBody arriving = new ArrivingBody(folder, newId(), options.reserveBytes(), this::grown);
    try {
      if (!arriving.read(body)) {
        return new Receipt.Refused(Reason.DISK_FULL);
      }
      Optional<String> otherText = arriving.otherText();
      if (otherText.isPresent()) {
        return new Receipt.OtherText(otherText.get());
      }
      return keep(arriving, keyHash);
    } finally {
      leave(keyHash, arriving.bytes());
      arriving.discard(); // what was not kept
    }
  }

  private synchronized Optional<Reason> enter(String keyHash, long length) throws IOException {
    boolean known = keys.find(keyHash).isPresent();
    if (!known
        && (pending.size() + arriving >= options.mostDeliveries()
            || bytes >= options.mostBytes())) {
      return Optional.of(Reason.FULL);
    }
    if (folder.usableBytes() - Math.max(0, length) < options.reserveBytes()) {
      return Optional.of(Reason.DISK_FULL);
    }
    if (!keyHash.isEmpty() && !busyKeys.add(keyHash)) {
      return Optional.of(Reason.KEY_BUSY);
    }
    arriving++;
    return Optional.empty();
  }

  private synchronized void grown(long by) {
    bytes += by;
  }

  private synchronized void leave(String keyHash, long read) {
    busyKeys.remove(keyHash);
    arriving--;
    bytes -= read; // A body that was kept is counted as pending.
  }

  private Receipt keep(ArrivingBody body, String keyHash) throws IOException {
    String content = keyHash.isEmpty() ? "" : body.contentDigest();
    Optional<Receipt> earlier = keys.find(keyHash).map(entry -> again(entry, content));
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Delivery delivery = new Delivery(body.id(), clock.instant(), body.bytes(), keyHash, content);
    try {
      body.keep(delivery);
      // Before anybody can load it and forget it.
      keys.add(delivery, delivery.receivedAt());
    } catch (IOException e) {
      folder.remove(delivery.id()); // Its client will hear that nothing was taken.
      throw e;
    }
    synchronized (this) {
      pending.put(delivery.id(), delivery);
      bytes += delivery.bytes();
      notifyAll();
    }
    return new Receipt.Accepted(delivery);
  }

  private static Receipt again(KeyLog.Entry earlier, String content) {
    return earlier.content().equals(content)
        ? new Receipt.Repeated(earlier.id())
        : new Receipt.Refused(Reason.KEY_REUSED);
  }

  private synchronized String newId() {
    lastMillis = Math.max(clock.millis(), lastMillis + 1);
    return BatchState.DELIVERY
        + TIME.format(Instant.ofEpochMilli(lastMillis))
        + "-"
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }

  /// What waits, the oldest first.
  public synchronized List<Delivery> pending() {
    return new ArrayList<>(pending.values());
  }

  /// Waits until something is pending, or this long.
  public synchronized void await(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    for (long left = millis;
        pending.isEmpty() && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
  }

  /// How many bytes wait or are on their way in.
  public synchronized long bytes() {
    return bytes;
  }

  /// Where the body of a pending delivery is.
  public Path body(Delivery delivery) {
    return folder.body(delivery.id());
  }

  /// Says that a delivery is in the graph: its body is deleted.
  public void done(Delivery delivery) throws IOException {
    folder.remove(delivery.id());
    synchronized (this) {
      if (pending.remove(delivery.id()) != null) {
        bytes -= delivery.bytes();
      }
    }
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
