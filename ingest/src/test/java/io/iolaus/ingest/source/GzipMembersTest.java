package io.iolaus.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipMembersTest {

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... pieces) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.write(piece);
    }
    return out.toByteArray();
  }

  /// A pipe that hands over one byte at a time and never has another one ready.
  private static InputStream pipe(byte[] bytes) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        return super.read(buffer, from, Math.min(length, 1));
      }

      @Override
      public int available() {
        return 0;
      }
    };
  }

  private static String read(InputStream in) throws IOException {
    try (GzipMembers members = new GzipMembers(in, 64)) {
      return new String(members.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void membersFollowEachOtherEvenInAPipe() throws IOException {
    byte[] two = joined(gzip("one\n"), gzip(""), gzip("two\n"));
    assertThat(read(new ByteArrayInputStream(two))).isEqualTo("one\ntwo\n");
    assertThat(read(pipe(two))).isEqualTo("one\ntwo\n");
  }

  @Test
  void zerosBehindTheLastMemberAreNothing() throws IOException {
    assertThat(read(pipe(joined(gzip("one\n"), new byte[700])))).isEqualTo("one\n");
  }

  @Test
  void anythingElseBehindTheLastMemberIsAnError() {
    for (String rest : new String[] {"{\"type\":\"model\"}\n", "x", "\u0000\u0000x"}) {
      assertThatThrownBy(
              () -> read(pipe(joined(gzip("one\n"), rest.getBytes(StandardCharsets.US_ASCII)))))
          .as(rest)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void headersMayHoldNamesAndRemarks() throws IOException {
    byte[] plain = gzip("one\n");
    byte[] header = {0x1f, (byte) 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3};
    byte[] more = {3, 0, 'x', 'y', 'z', 'n', 0, 'c', 0, 1, 2};
    byte[] named = joined(header, more, Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(read(pipe(named))).isEqualTo("one\n");
  }

  @Test
  void breakAnywhereIsAnErrorAfterWhatCameBefore() throws IOException {
    byte[] whole = joined(gzip("one\n"), gzip("two\n"));
    int first = gzip("one\n").length;
    for (int length = 1; length < whole.length; length++) {
      if (length != first) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> read(pipe(cut)))
            .as("%d bytes", length)
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void damageIsAnError() throws IOException {
    byte[] bytes = gzip("one and two and three\n");
    for (int at = 10; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      assertThatThrownBy(() -> read(new ByteArrayInputStream(damaged)))
          .as("byte %d", at)
          .isInstanceOf(IOException.class);
    }
  }
}
