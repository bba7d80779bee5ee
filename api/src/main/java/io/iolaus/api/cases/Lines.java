package io.iolaus.api.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/// Values as JSON, one a line.
final class Lines {

  private Lines() {}

  static byte[] of(JsonMapper json, Iterable<?> values) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object value : values) {
      out.write(json.writeValueAsBytes(value));
      out.write('\n');
    }
    return out.toByteArray();
  }
}
