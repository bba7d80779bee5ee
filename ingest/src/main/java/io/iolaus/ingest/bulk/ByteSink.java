package io.iolaus.ingest.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes in memory, written in the form that the importing program reads: numbers of variable
/// length (seven bits a byte, the lowest first; signed ones with the sign in the lowest bit), texts
/// as their length in bytes and UTF-8.
final class ByteSink {

  private static final int MORE = 0x80;

  private byte[] bytes = new byte[1 << 10];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void letter(char letter) {
    reserve(1);
    bytes[size++] = (byte) letter;
  }

  void signed(long value) {
    unsigned((value << 1) ^ (value >> (Long.SIZE - 1)));
  }

  void unsigned(long value) {
    reserve(10);
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes[size++] = (byte) (left | MORE);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  void text(String text) {
    if (isShortAscii(text)) {
      int length = text.length();
      reserve(length + 1);
      bytes[size++] = (byte) length;
      for (int i = 0; i < length; i++) {
        bytes[size++] = (byte) text.charAt(i);
      }
    } else {
      binary(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Nearly every text is an id: no array is needed to write it.
  private static boolean isShortAscii(String text) {
    if (text.length() >= MORE) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= MORE) {
        return false;
      }
    }
    return true;
  }

  void binary(byte[] value) {
    unsigned(value.length);
    reserve(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }
}
