package io.iolaus.api.cli;

import io.iolaus.core.event.Redaction;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.reject.DeadLetterLog;
import io.iolaus.ingest.source.SourceLines;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Prints a replay file to mend: for each rejected line where it belongs, what is wrong with it,
/// and its event where the source is at hand.
///
/// Without the source the event is left to be filled in: the dead letters hold the masked shape of
/// a line, which must not be replayed by mistake.
final class ReplayTemplate {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ReplayTemplate() {}

  static void print(Path log, PrintStream out) throws IOException {
    DeadLetterLog.forEachOpen(log, letter -> println(out, line(batch(log), letter, null)));
    out.flush();
  }

  /// With the events as they stand in the source of the batch.
  static void print(Path log, Path source, PrintStream out) throws IOException {
    Map<Long, DeadLetter> letters = new TreeMap<>();
    DeadLetterLog.forEachOpen(log, letter -> letters.put(letter.line(), letter));
    SourceLines.read(
        source,
        letters.keySet(),
        (number, text) -> {
          DeadLetter letter = letters.get(number);
          if (letter != null) {
            requireSame(source, letter, text);
            println(out, line(batch(log), letter, text));
          }
        });
    out.flush();
  }

  private static void requireSame(Path source, DeadLetter letter, byte[] text) {
    if (!letter.excerpt().equals(Redaction.excerpt(text, 0, text.length))) {
      throw new CommandException(
          source
              + " is not what the batch was read from: line "
              + letter.line()
              + " is another one; it was read from "
              + letter.source()
              + " (of CSV no template can be made with --source)");
    }
  }

  /// In UTF-8 and with LF, whatever the console has.
  private static void println(PrintStream out, String line) {
    out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String batch(Path log) {
    return log.getFileName().toString().replaceFirst("\\.ndjson$", "");
  }

  private static String line(String batch, DeadLetter letter, byte @Nullable [] text) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("batch", batch);
    line.put("line", letter.line());
    line.put("field", letter.field());
    line.put("code", letter.code());
    line.put("detail", letter.detail());
    if (text == null) {
      line.put("shape", letter.excerpt());
      line.put("event", null);
    } else {
      JsonNode event = event(text);
      if (event == null) {
        line.put("text", new String(text, StandardCharsets.UTF_8));
      }
      line.put("event", event);
    }
    return JSON.writeValueAsString(line);
  }

  private static @Nullable JsonNode event(byte[] text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isObject() ? node : null;
    } catch (JacksonException e) {
      return null;
    }
  }
}
