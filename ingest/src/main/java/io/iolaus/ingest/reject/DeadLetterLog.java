package io.iolaus.ingest.reject;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the dead letters of a batch as a log: letters, and behind them the replays that answered
/// some. A letter is open until a replay of its line follows it; a line with several letters (a row
/// of CSV) has as many open as were not answered.
public final class DeadLetterLog {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REPLAYED = "replayed";
  // A letter begins with its source.
  private static final String REPLAY = "{\"line\":";

  private final Map<Long, Letters> lines = new HashMap<>();
  private @Nullable String brokenEnd;

  private DeadLetterLog() {}

  /// What is known of one line.
  public static final class Letters {

    private int open;
    private final Set<String> replays = new HashSet<>();
    private @Nullable DeadLetter last;
    private boolean brokenEnd;

    /// How many letters are open.
    public int open() {
      return open;
    }

    /// Tokens of the events that were replayed.
    public Set<String> replays() {
      return Set.copyOf(replays);
    }

    /// Where the line is; null where only replays are known.
    public @Nullable DeadLetter last() {
      return last;
    }

    /// Whether it is the end of a source that breaks off: read again with its source.
    public boolean isBrokenEnd() {
      return brokenEnd;
    }
  }

  /// Reads what the log says of some lines.
  ///
  /// @param lasting how many bytes of it hold; a letter behind that is of a broken end
  /// @param wanted numbers of the lines
  public static DeadLetterLog read(Path file, long lasting, Set<Long> wanted) throws IOException {
    DeadLetterLog log = new DeadLetterLog();
    if (!Files.exists(file)) {
      return log;
    }
    long position = 0;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        boolean brokenEnd = position >= lasting;
        position += line.getBytes(StandardCharsets.UTF_8).length + 1;
        if (brokenEnd) {
          log.brokenEnd = line;
        }
        log.add(line, brokenEnd, wanted);
      }
    }
    return log;
  }

  private void add(String json, boolean brokenEnd, Set<Long> wanted) {
    JsonNode node = JSON.readTree(json);
    long line = node.path("line").asLong(0);
    if (!wanted.contains(line)) {
      return;
    }
    Letters letters = lines.computeIfAbsent(line, _ -> new Letters());
    if (node.has(REPLAYED)) {
      letters.open--;
      letters.replays.add(node.get(REPLAYED).asString());
    } else {
      letters.open++;
      letters.last = DeadLetter.fromJson(json);
      letters.brokenEnd |= brokenEnd;
    }
  }

  /// What is known of a line; nothing of most.
  public Letters line(long number) {
    return lines.getOrDefault(number, new Letters());
  }

  /// The letter of a broken end as it stands there.
  public @Nullable String brokenEnd() {
    return brokenEnd;
  }

  /// The line of the log that says that a line was replayed.
  ///
  /// @param token stands for the event that was
  public static String replayed(long line, String token) {
    return "{\"line\":" + line + ",\"" + REPLAYED + "\":\"" + token + "\"}";
  }

  /// Where the lines of a log begin that are no open letters: replays, and the letters they
  /// answered, the earliest of a line first.
  ///
  /// @param length how many bytes of the log hold
  static LongSet answered(Path file, long length) throws IOException {
    Map<Long, Integer> replays = new HashMap<>();
    LongSet places = new LongOpenHashSet();
    eachLine(
        file,
        length,
        (place, line) -> {
          if (line.startsWith(REPLAY)) {
            places.add(place);
            replays.merge(JSON.readTree(line).path("line").asLong(0), 1, Integer::sum);
          }
        });
    if (replays.isEmpty()) {
      return places;
    }
    eachLine(
        file,
        length,
        (place, line) -> {
          if (!line.startsWith(REPLAY)
              && replays.merge(JSON.readTree(line).path("line").asLong(0), -1, Integer::sum) >= 0) {
            places.add(place);
          }
        });
    return places;
  }

  /// Gives the open letters of a log, a broken end included, in its order.
  public static void forEachOpen(Path file, Consumer<DeadLetter> consumer) throws IOException {
    LongSet answered = answered(file, Long.MAX_VALUE);
    eachLine(
        file,
        Long.MAX_VALUE,
        (place, line) -> {
          if (!answered.contains(place)) {
            consumer.accept(DeadLetter.fromJson(line));
          }
        });
  }

  private interface LineConsumer {
    void accept(long place, String line);
  }

  private static void eachLine(Path file, long length, LineConsumer consumer) throws IOException {
    long place = 0;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null && place < length; line = in.readLine()) {
        consumer.accept(place, line);
        place += line.getBytes(StandardCharsets.UTF_8).length + 1;
      }
    }
  }
}
