package io.iolaus.simulate.output;

import java.io.OutputStream;

/// Hands on the lines of a stream one by one; each piece that is written must end with a line.
final class LineSplitter extends OutputStream {

  private final LineConsumer out;

  LineSplitter(LineConsumer out) {
    this.out = out;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int from = offset;
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        out.line(bytes, from, i);
        from = i + 1;
      }
    }
    if (from != offset + length) {
      throw new IllegalStateException("a piece that does not end with a line");
    }
  }

  @Override
  public void write(int b) {
    throw new UnsupportedOperationException("lines come in pieces");
  }
}
