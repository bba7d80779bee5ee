package io.iolaus.ingest.reject;

import io.iolaus.core.event.ReasonCode;
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

  /// One line of JSON without a line feed.
  public String toJson() {
    return JSON.writeValueAsString(this);
  }
}
