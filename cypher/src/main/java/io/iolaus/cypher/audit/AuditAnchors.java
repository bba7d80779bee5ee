package io.iolaus.cypher.audit;

import static java.lang.System.Logger.Level.ERROR;

import io.iolaus.core.audit.AuditAnchor;
import io.iolaus.core.audit.AuditHead;
import io.iolaus.core.audit.AuditKey;
import io.iolaus.cypher.home.PrivateFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes the chain's head to a file: at once, and then at most every second while entries keep
/// coming. Lines are only ever appended, each by one write, so that several processes may share the
/// file. May be shared by threads.
final class AuditAnchors implements AutoCloseable {

  private static final System.Logger log = System.getLogger(AuditAnchors.class.getName());

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Path file;
  private final AuditKey key;
  private final Clock clock;
  private final Consumer<AuditAnchor> anchored;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable AuditHead waiting;
  private @Nullable IOException failure;
  private @Nullable Thread writer;
  private boolean torn = true; // whether the file may end within a line
  private boolean closed;

  /// @param anchored told of each anchor that is in the file
  AuditAnchors(Path file, AuditKey key, Clock clock, Consumer<AuditAnchor> anchored) {
    this.file = file;
    this.anchored = anchored;
    this.key = key;
    this.clock = clock;
  }

  /// The chain ends here now.
  void reached(AuditHead head) {
    lock.lock();
    try {
      if (waiting == null || waiting.seq() < head.seq()) {
        waiting = head;
      }
      if (closed) {
        write();
      } else if (writer == null) {
        writer = Thread.ofPlatform().daemon().name("audit-anchors").start(this::run);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Makes sure that what was to be anchored is.
  ///
  /// @throws AuditUnavailableException if the file still cannot be written: nothing more must be
  ///   recorded that could be cut off unseen
  void require() {
    lock.lock();
    try {
      if (failure != null) {
        write();
      }
      if (failure != null) {
        throw new AuditUnavailableException(
            "the audit's anchors cannot be written to " + file + ": " + failure.getMessage(),
            failure);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (true) {
        lock.lockInterruptibly();
        try {
          while (waiting == null && !closed) {
            changed.await();
          }
          write();
          if (closed) {
            return;
          }
        } finally {
          lock.unlock();
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // close() writes what is left
    }
  }

  /// With the lock held.
  private void write() {
    AuditHead head = waiting;
    if (head == null) {
      return;
    }
    AuditAnchor anchor = AuditAnchor.of(head, clock.instant(), key);
    try {
      append(anchor.line() + "\n");
      waiting = null;
      failure = null;
      torn = false;
      anchored.accept(anchor);
    } catch (IOException e) {
      if (failure == null) {
        log.log(ERROR, "cannot anchor the audit in {0}: {1}", file, e.toString());
      }
      failure = e;
      torn = true;
    }
  }

  private void append(String line) throws IOException {
    if (!Files.exists(file)) {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        PrivateFiles.createDirectories(folder);
      }
      try {
        PrivateFiles.create(file);
      } catch (FileAlreadyExistsException e) {
        // another process was first
      }
    }
    String whole = torn && endsWithinALine() ? "\n" + line : line;
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(whole.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  private boolean endsWithinALine() throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      if (in.length() == 0) {
        return false;
      }
      in.seek(in.length() - 1);
      return in.read() != '\n';
    }
  }

  /// Writes what is left.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      write();
      if (writer != null) {
        writer.interrupt();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
