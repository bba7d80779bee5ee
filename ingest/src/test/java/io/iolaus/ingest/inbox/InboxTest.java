package io.iolaus.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.ingest.inbox.Receipt.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

  private static final InboxOptions OPTIONS = new InboxOptions(3, 1000, 0, Duration.ofDays(2));
  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  @TempDir private Path folder;
  private Inbox inbox;

  @BeforeEach
  void open() throws IOException {
    inbox = open(NOON);
  }

  private Inbox open(Instant now) throws IOException {
    return Inbox.open(folder, OPTIONS, Clock.fixed(now, ZoneOffset.UTC)).orElseThrow();
  }

  @AfterEach
  void close() throws IOException {
    inbox.close();
  }

  private void reopen(Instant now) throws IOException {
    inbox.close();
    inbox = open(now);
  }

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private Delivery accept(String text, String key) throws IOException {
    Receipt receipt = inbox.receive(body(text), -1, key);
    assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
    return ((Receipt.Accepted) receipt).delivery();
  }

  private static void assertRefused(Receipt receipt, Reason reason) {
    assertThat(receipt).isEqualTo(new Receipt.Refused(reason));
  }

  private List<String> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .toList();
    }
  }

  @Test
  void keepsWhatCameForItsOwnerAloneAndInOrder() throws IOException {
    Delivery first = accept("one", "");
    Delivery second = accept("two", "");
    assertThat(first.id()).startsWith("h-20260701-120000000-").isLessThan(second.id());
    assertThat(inbox.pending()).containsExactly(first, second);
    assertThat(inbox.bytes()).isEqualTo(6);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> !file.endsWith("lock")))
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
    assertThat(Files.readString(inbox.body(second))).isEqualTo("two");
  }

  @Test
  void hasItAgainAfterACrash() throws IOException {
    Delivery delivery = accept("one", "k");
    reopen(NOON);
    assertThat(inbox.pending()).containsExactly(delivery);
    inbox.done(delivery);
    assertThat(inbox.bytes()).isZero();
    reopen(NOON);
    assertThat(inbox.pending()).isEmpty();
    assertThat(files(".body")).isEmpty();
  }

  @Test
  void leavesNothingOfABodyThatBreaksOff() throws IOException {
    InputStream broken =
        new SequenceInputStream(
            body("half a bo"),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }
            });
    assertThatThrownBy(() -> inbox.receive(broken, -1, "k"))
        .isInstanceOf(BrokenBodyException.class);
    assertThat(inbox.pending()).isEmpty();
    assertThat(inbox.bytes()).isZero();
    assertThat(files(".part")).isEmpty();
    assertThat(accept("half a body", "k").bytes()).isEqualTo(11);
  }

  @Test
  void streamsABodyOfAnySize() throws IOException {
    long size = 100L << 20;
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    accept("warm up", "");
    long before = threads.getCurrentThreadAllocatedBytes();
    Receipt receipt = inbox.receive(new Endless(size), -1, "");
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(((Receipt.Accepted) receipt).delivery().bytes()).isEqualTo(size);
    assertThat(allocated).as("bytes of heap for 100 MiB").isLessThan(1 << 20);
  }

  /// Line feeds without end.
  private static final class Endless extends InputStream {

    private long left;

    Endless(long size) {
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? '\n' : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      int read = (int) Math.min(left, length);
      java.util.Arrays.fill(buffer, from, from + read, (byte) '\n');
      left -= read;
      return read == 0 ? -1 : read;
    }
  }

  @Test
  void clearsAwayWhatWasNeverPromised() throws IOException {
    inbox.close();
    Files.writeString(folder.resolve("h-1.part"), "half");
    Files.writeString(folder.resolve("h-2.body"), "whole, but its client was never told");
    inbox = open(NOON);
    assertThat(inbox.pending()).isEmpty();
    assertThat(files(".part")).isEmpty();
    assertThat(files(".body")).isEmpty();
  }

  @Test
  void oneBodyComesOnceUnderAKey() throws IOException {
    Delivery delivery = accept("one", "k");
    assertThat(inbox.receive(body("one"), -1, "k")).isEqualTo(new Receipt.Repeated(delivery.id()));
    assertThat(inbox.receive(new ByteArrayInputStream(gzip("one")), -1, "k"))
        .isEqualTo(new Receipt.Repeated(delivery.id()));
    assertRefused(inbox.receive(body("two"), -1, "k"), Reason.KEY_REUSED);
    inbox.done(delivery);
    reopen(NOON);
    assertThat(inbox.receive(body("one"), -1, "k")).isEqualTo(new Receipt.Repeated(delivery.id()));
    assertThat(inbox.pending()).isEmpty();
  }

  @Test
  void knowsAKeyThatWasNotLoggedBeforeTheCrash() throws IOException {
    Delivery delivery = accept("one", "k");
    inbox.close();
    try (Stream<Path> logs = Files.list(folder)) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
        Files.writeString(log, "\n0123456789abcdef h-cut");
      }
    }
    inbox = open(NOON);
    assertThat(inbox.receive(body("one"), -1, "k")).isEqualTo(new Receipt.Repeated(delivery.id()));
    reopen(NOON);
    assertThat(inbox.receive(body("one"), -1, "k")).isEqualTo(new Receipt.Repeated(delivery.id()));
  }

  @Test
  void forgetsAKeyAfterItsTime() throws IOException {
    inbox.done(accept("one", "k"));
    reopen(NOON.plus(Duration.ofDays(2)));
    assertRefused(inbox.receive(body("two"), -1, "k"), Reason.KEY_REUSED);
    reopen(NOON.plus(Duration.ofDays(3)));
    accept("two", "k");
    assertThat(files(".log")).containsExactly("keys-2026-07-04.log");
  }

  @Test
  void refusesWhileAsMuchWaitsAsMay() throws IOException {
    Delivery first = accept("1", "k");
    accept("2", "");
    accept("3", "");
    assertRefused(inbox.receive(body("4"), -1, ""), Reason.FULL);
    assertThat(inbox.receive(body("1"), -1, "k")).isInstanceOf(Receipt.Repeated.class);
    inbox.done(first);
    accept("a".repeat(2000), ""); // Any size, while there is room.
    inbox.done(inbox.pending().getFirst());
    assertRefused(inbox.receive(body("5"), -1, ""), Reason.FULL);
  }

  @Test
  void refusesWhatTheDiskCannotHold() throws IOException {
    assertRefused(inbox.receive(body("1"), Long.MAX_VALUE / 2, ""), Reason.DISK_FULL);
    inbox.close();
    InboxOptions greedy = new InboxOptions(3, 1000, Long.MAX_VALUE / 2, Duration.ofDays(1));
    inbox = Inbox.open(folder, greedy, Clock.systemUTC()).orElseThrow();
    assertRefused(inbox.receive(body("1"), -1, ""), Reason.DISK_FULL);
    assertThat(files(".part")).isEmpty();
  }

  @Test
  void onlyOneProcessHasItOpen() throws IOException {
    assertThat(Inbox.open(folder, OPTIONS, Clock.systemUTC())).isEmpty();
    assertThat(InboxFolder.deliveries(folder)).isEmpty();
    Delivery delivery = accept("one", "");
    assertThat(InboxFolder.deliveries(folder)).containsExactly(delivery);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
