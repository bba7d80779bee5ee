package io.iolaus.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/// The content of a gzip file (RFC 1952) to its very end: all its members, and an error for
/// anything behind them but zeros, which tapes and block devices leave.
///
/// The platform's own stream says nothing of what follows a member and is no gzip, and takes a pipe
/// that has nothing ready between two members for ended: lines would be gone without a word.
final class GzipMembers extends InputStream {

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int DEFLATE = 8;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input;
  private int from;
  private int to;
  private boolean inMember;
  private boolean ended;

  /// @param in stands before the first member
  GzipMembers(InputStream in, int buffer) {
    this.in = in;
    input = new byte[buffer];
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember && !nextMember()) {
        ended = true;
        break;
      }
      int read = inflate(buffer, offset, length);
      if (read > 0) {
        crc.update(buffer, offset, read);
        return read;
      }
    }
    return -1;
  }

  private int inflate(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = inflater.inflate(buffer, offset, length);
      if (read > 0) {
        return read;
      }
      if (inflater.finished()) {
        from = to - inflater.getRemaining();
        checkTrailer();
        inMember = false;
      } else if (inflater.needsDictionary()) {
        throw new ZipException("gzip data asks for a dictionary");
      } else {
        require();
        inflater.setInput(input, from, to - from);
        from = to;
      }
      return 0;
    } catch (DataFormatException e) {
      throw (ZipException) new ZipException(String.valueOf(e.getMessage())).initCause(e);
    }
  }

  /// Reads the header of the next member; false at the end.
  private boolean nextMember() throws IOException {
    int first = peek();
    while (first == 0) {
      from++;
      first = peek();
      if (first > 0) {
        throw new ZipException("not gzip behind the padding");
      }
    }
    if (first < 0) {
      return false;
    }
    if (next() != 0x1f || next() != 0x8b) {
      throw new ZipException("not gzip behind the last member");
    }
    int method = next();
    int flags = next();
    if (method != DEFLATE || (flags & RESERVED) != 0) {
      throw new ZipException("unknown kind of gzip");
    }
    skip(6); // time, hints, system
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    skipTexts(flags);
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(input, from, to - from);
    from = to;
    crc.reset();
    inMember = true;
    return true;
  }

  private void skipTexts(int flags) throws IOException {
    for (int text : new int[] {NAME, COMMENT}) {
      if ((flags & text) != 0) {
        while (next() != 0) {
          // to its end
        }
      }
    }
  }

  private void checkTrailer() throws IOException {
    long sum = number();
    long size = number();
    if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw new ZipException("gzip data does not match its checksum");
    }
  }

  private long number() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private int next() throws IOException {
    require();
    return input[from++] & 0xff;
  }

  private void require() throws IOException {
    if (peek() < 0) {
      throw new EOFException("gzip data breaks off");
    }
  }

  /// The next byte without taking it, -1 at the end.
  private int peek() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(input, 0, input.length));
    }
    return from == to ? -1 : input[from] & 0xff;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
