package io.iolaus.ingest.inbox;

import io.iolaus.cypher.home.PrivateFiles;
import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.source.ContentDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which delivery came under which idempotency key: a file a day, a line a key, hashes only. Safe
/// for use by several threads.
final class KeyLog {

  private static final String PREFIX = "keys-";
  private static final String SUFFIX = ".log";
  private static final int FIELDS = 3;

  /// @param id of the delivery
  /// @param content digest of its content
  record Entry(String id, String content) {}

  private final Path folder;
  private final long days;
  private final Map<LocalDate, Map<String, Entry>> entries = new HashMap<>();

  private KeyLog(Path folder, long days) {
    this.folder = folder;
    this.days = days;
  }

  static KeyLog open(Path folder, Duration keep, Instant now) throws IOException {
    KeyLog log = new KeyLog(folder, keep.toDays());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(KeyLog::isLog).toList();
    }
    for (Path file : files) {
      log.read(file);
    }
    log.forgetBefore(day(now).minusDays(log.days));
    return log;
  }

  private static boolean isLog(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  private void read(Path file) throws IOException {
    String name = file.getFileName().toString();
    LocalDate day =
        LocalDate.parse(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    Map<String, Entry> ofDay = new HashMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      String[] fields = line.split(" ", -1);
      // A line that was cut off belongs to a delivery that still says its key itself.
      if (fields.length == FIELDS && fields[2].length() == ContentDigest.LENGTH) {
        ofDay.put(fields[0], new Entry(fields[1], fields[2]));
      }
    }
    entries.put(day, ofDay);
  }

  private void forgetBefore(LocalDate first) throws IOException {
    for (LocalDate day : new ArrayList<>(entries.keySet())) {
      if (day.isBefore(first)) {
        Files.deleteIfExists(file(day));
        entries.remove(day);
      }
    }
  }

  /// What is remembered of a key.
  synchronized Optional<Entry> find(String keyHash) {
    return entries.values().stream()
        .filter(ofDay -> ofDay.containsKey(keyHash))
        .map(ofDay -> ofDay.get(keyHash))
        .findFirst();
  }

  /// Remembers the key of a delivery, where it has one; flushed to disk.
  synchronized void add(Delivery delivery, Instant now) throws IOException {
    if (delivery.key().isEmpty() || find(delivery.key()).isPresent()) {
      return;
    }
    LocalDate day = day(now);
    forgetBefore(day.minusDays(days));
    append(day, delivery);
    entries
        .computeIfAbsent(day, _ -> new HashMap<>())
        .put(delivery.key(), new Entry(delivery.id(), delivery.content()));
  }

  private void append(LocalDate day, Delivery delivery) throws IOException {
    Path file = file(day);
    if (!Files.exists(file)) {
      PrivateFiles.create(file);
    }
    // A line feed on either side: what stands before may have been cut off.
    String line = "\n" + delivery.key() + " " + delivery.id() + " " + delivery.content() + "\n";
    ByteBuffer bytes = StandardCharsets.ISO_8859_1.encode(line);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private Path file(LocalDate day) {
    return folder.resolve(PREFIX + day + SUFFIX);
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /// What is kept of a key: it may be anything, a name of somebody included.
  static String hash(String key) {
    MessageDigest sha256 = Digests.sha256();
    return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
  }
}
