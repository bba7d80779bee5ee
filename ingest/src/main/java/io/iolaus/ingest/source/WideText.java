package io.iolaus.ingest.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Text of two or four bytes a character, which some programs write where UTF-8 is wanted. Read as
/// UTF-8 each of its lines would be rejected, and none would say why.
///
/// It is told by its beginning: by a byte order mark, where letters of ASCII follow that are as
/// wide as it says, else by such letters alone. A mark alone will not do: a first line of UTF-8
/// that begins with these bytes is one bad line, and no more.
public enum WideText {
  // The wider first: their marks and letters begin like those of the others.
  UTF_32LE(4, 0),
  UTF_32BE(4, 3),
  UTF_16LE(2, 0),
  UTF_16BE(2, 1);

  private static final String MARK = "\ufeff";

  /// How many characters behind a mark are looked at, and how many of them must be ASCII: the
  /// header of a table may begin with others.
  private static final int LOOKED_AT = 64;

  private static final int SOME = 4;

  /// How many characters a text without a mark begins with that must all be ASCII.
  private static final int CERTAIN = 16;

  /// How many bytes of a text are enough to tell.
  public static final int HEAD_BYTES = 4 * (LOOKED_AT + 1);

  private final int width;
  private final int letterAt;

  /// @param width bytes of a character
  /// @param letterAt which of them tells one of ASCII from another
  WideText(int width, int letterAt) {
    this.width = width;
    this.letterAt = letterAt;
  }

  /// What the text is that begins with these bytes, for people, and how to make UTF-8 of it; empty
  /// where it is not wide.
  public static Optional<String> remedy(byte[] head) {
    for (WideText kind : values()) {
      if (kind.isMarked(head) && kind.letters(head, kind.width, LOOKED_AT) >= SOME) {
        return Optional.of(remedy(kind.family(), kind.family()));
      }
    }
    for (WideText kind : values()) {
      if (kind.letters(head, 0, CERTAIN) == CERTAIN) {
        return Optional.of(
            remedy(kind.family() + " text without a byte order mark", kind.charset()));
      }
    }
    return Optional.empty();
  }

  private static String remedy(String what, String charset) {
    return what
        + ", and UTF-8 is wanted: convert it first, with `iconv -f "
        + charset
        + " -t UTF-8`";
  }

  /// As {@link #remedy(byte[])}, of a file, compressed or not.
  public static Optional<String> remedy(Path file) throws IOException {
    try (Content content = Content.open(Files.newInputStream(file))) {
      return remedy(content.head(HEAD_BYTES));
    }
  }

  /// Lets all but wide text pass.
  ///
  /// @param name of the source that begins with these bytes
  /// @throws IOException if it is wide text
  public static void refuse(String name, byte[] head) throws IOException {
    Optional<String> remedy = remedy(head);
    if (remedy.isPresent()) {
      throw new IOException(name + " is " + remedy.get());
    }
  }

  private boolean isMarked(byte[] head) {
    byte[] mark = MARK.getBytes(Charset.forName(charset()));
    return head.length >= width && Arrays.equals(mark, Arrays.copyOf(head, width));
  }

  /// How many of the next characters are ASCII.
  private int letters(byte[] head, int from, int characters) {
    int letters = 0;
    for (int i = 0; i < characters && from + (i + 1) * width <= head.length; i++) {
      letters += isLetter(head, from + i * width) ? 1 : 0;
    }
    return letters;
  }

  private boolean isLetter(byte[] head, int at) {
    for (int i = 0; i < width; i++) {
      byte value = head[at + i];
      if (i == letterAt ? value <= 0 : value != 0) {
        return false;
      }
    }
    return true;
  }

  private String family() {
    return "UTF-" + width * 8;
  }

  private String charset() {
    return name().replace('_', '-');
  }
}
