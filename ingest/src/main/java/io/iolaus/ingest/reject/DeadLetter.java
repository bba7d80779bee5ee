package io.iolaus.ingest.reject;

import io.iolaus.core.event.Event;
import io.iolaus.core.event.ReasonCode;
import io.iolaus.core.event.Redaction;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One rejected line.
///
/// @param source name of its source
/// @param line its number, from 1
/// @param offset where it begins, in decompressed bytes
/// @param field the field at fault, empty when it is the line as a whole
/// @param code a stable reason
/// @param detail one sentence for people
/// @param excerpt what the line looks like, with everything that could be sensitive left out
public record DeadLetter(
    String source,
    long line,
    long offset,
    String field,
    String code,
    String detail,
    String excerpt) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A rejected line.
  public static DeadLetter of(
      String source,
      long line,
      long offset,
      String field,
      ReasonCode code,
      String detail,
      String excerpt) {
    return new DeadLetter(source, line, offset, field, code.id(), detail, excerpt);
  }

  /// A line whose `eventId` was counted before with other content.
  public static DeadLetter conflict(
      String source, long line, long offset, Event event, String account) {
    return of(
        source,
        line,
        offset,
        "eventId",
        ReasonCode.CONFLICT,
        "this eventId came before with other content",
        excerpt(event, account));
  }

  /// One line of JSON without a line feed.
  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  /// What {@link #toJson} gave.
  public static DeadLetter fromJson(String json) {
    return JSON.readValue(json, DeadLetter.class);
  }

  /// The reason code of a line that {@link #toJson} wrote.
  public static String code(String json) {
    return JSON.readTree(json).path("code").asString();
  }

  /// The number of the line that a letter is about; the largest long where that cannot be told, as
  /// in a letter that was cut short.
  static long lineOf(String json) {
    try {
      return JSON.readTree(json).path("line").asLong(Long.MAX_VALUE);
    } catch (JacksonException e) {
      return Long.MAX_VALUE;
    }
  }

  /// The excerpt of a line that is no longer at hand: what kind it was and whose.
  public static String excerpt(Event event, String account) {
    Map<String, String> shape = new LinkedHashMap<>();
    shape.put("type", event instanceof Event.Exchange ? "exchange" : "identifier");
    shape.put("account", account);
    byte[] line = JSON.writeValueAsBytes(shape);
    return Redaction.excerpt(line, 0, line.length);
  }
}
