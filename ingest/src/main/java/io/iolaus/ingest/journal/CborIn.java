package io.iolaus.ingest.journal;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.cbor.CBORFactory;

/// Reads what {@link CborOut} wrote, in the same order.
final class CborIn implements AutoCloseable {

  private static final CBORFactory FACTORY = new CBORFactory();

  private final JsonParser in;

  CborIn(InputStream stream) {
    in = FACTORY.createParser(ObjectReadContext.empty(), stream);
  }

  CborIn begin() {
    expect(JsonToken.START_ARRAY);
    return this;
  }

  CborIn end() {
    expect(JsonToken.END_ARRAY);
    return this;
  }

  long number() {
    expect(JsonToken.VALUE_NUMBER_INT);
    return in.getLongValue();
  }

  int count() {
    return Math.toIntExact(number());
  }

  boolean flag() {
    JsonToken token = in.nextToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw unexpected(token);
    }
    return token == JsonToken.VALUE_TRUE;
  }

  @Nullable String optionalText() {
    JsonToken token = in.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING) {
      throw unexpected(token);
    }
    return in.getString();
  }

  String text() {
    expect(JsonToken.VALUE_STRING);
    return in.getString();
  }

  byte @Nullable [] optionalBytes() {
    JsonToken token = in.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_EMBEDDED_OBJECT) {
      throw unexpected(token);
    }
    return in.getBinaryValue();
  }

  byte[] bytes() {
    expect(JsonToken.VALUE_EMBEDDED_OBJECT);
    return in.getBinaryValue();
  }

  private void expect(JsonToken expected) {
    JsonToken token = in.nextToken();
    if (token != expected) {
      throw unexpected(token);
    }
  }

  private IllegalStateException unexpected(@Nullable JsonToken token) {
    return new IllegalStateException("a journal segment holds " + token + " where it must not");
  }

  @Override
  public void close() {
    in.close();
  }
}
