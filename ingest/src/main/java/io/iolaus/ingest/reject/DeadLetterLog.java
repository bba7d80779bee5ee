package io.iolaus.ingest.reject;

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

  /// Gives the open letters of a log, a broken end included, in its order.
  public static void forEachOpen(Path file, Consumer<DeadLetter> consumer) throws IOException {
    Map<Long, Integer> answered = new HashMap<>();
    eachLine(
        file,
        json -> {
          if (json.has(REPLAYED)) {
            answered.merge(json.path("line").asLong(0), 1, Integer::sum);
          }
        });
    eachLine(
        file,
        json -> {
          if (!json.has(REPLAYED)) {
            long line = json.path("line").asLong(0);
            // The earliest are answered first.
            if (answered.merge(line, -1, Integer::sum) < 0) {
              consumer.accept(DeadLetter.fromJson(json.toString()));
            }
          }
        });
  }

  private static void eachLine(Path file, Consumer<JsonNode> consumer) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        consumer.accept(JSON.readTree(line));
      }
    }
  }
}
