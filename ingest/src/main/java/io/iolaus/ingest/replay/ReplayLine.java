package io.iolaus.ingest.replay;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of a replay file: `{"batch":"b-…","line":17,"event":{…}}`. Other keys, such as those of
/// a template, say nothing.
///
/// @param number of the line in the replay file, from 1
/// @param batch id of the batch that the rejected line belongs to
/// @param line the number of that line in its source
/// @param event the mended line
public record ReplayLine(long number, String batch, long line, byte[] event) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// Reads a line.
  ///
  /// @throws IllegalArgumentException if it is none; the message never repeats what it says
  static ReplayLine parse(long number, String text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("is not JSON, or has a key twice");
    }
    JsonNode batch = node.path("batch");
    JsonNode line = node.path("line");
    JsonNode event = node.path("event");
    if (!batch.isString() || !line.isIntegralNumber() || !line.canConvertToLong()) {
      throw new IllegalArgumentException("needs \"batch\" (a text) and \"line\" (a number)");
    }
    if (!event.isObject()) {
      throw new IllegalArgumentException("needs \"event\", the mended line as a JSON object");
    }
    return new ReplayLine(
        number,
        batch.stringValue(),
        line.longValue(),
        event.toString().getBytes(StandardCharsets.UTF_8));
  }
}
