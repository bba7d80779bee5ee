package io.iolaus.ingest.journal;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;

/// Writes values as CBOR (RFC 8949): arrays of values whose places say what they are.
final class CborOut implements AutoCloseable {

  private static final CBORFactory FACTORY = new CBORFactory();

  private final JsonGenerator out;

  CborOut(OutputStream stream) {
    out = FACTORY.createGenerator(ObjectWriteContext.empty(), stream);
  }

  CborOut begin() {
    out.writeStartArray();
    return this;
  }

  CborOut end() {
    out.writeEndArray();
    return this;
  }

  CborOut number(long value) {
    out.writeNumber(value);
    return this;
  }

  CborOut flag(boolean value) {
    out.writeBoolean(value);
    return this;
  }

  CborOut text(@Nullable String value) {
    if (value == null) {
      out.writeNull();
    } else {
      out.writeString(value);
    }
    return this;
  }

  CborOut bytes(byte @Nullable [] value) {
    if (value == null) {
      out.writeNull();
    } else {
      out.writeBinary(value);
    }
    return this;
  }

  @Override
  public void close() {
    out.close();
  }
}
