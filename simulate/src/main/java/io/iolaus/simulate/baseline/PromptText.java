package io.iolaus.simulate.baseline;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the text of a prompt from an exchange line, which decoding gives away as a sketch only.
final class PromptText {

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private PromptText() {}

  /// The text of a field of the object in `buffer[from, to)`; empty where there is none.
  static String of(String field, byte[] buffer, int from, int to) {
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), buffer, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
        if (text && name.equals(field)) {
          return parser.getString();
        }
        parser.skipChildren();
      }
      return "";
    } catch (JacksonException _) {
      return ""; // Such a line was not accepted before either.
    }
  }
}
