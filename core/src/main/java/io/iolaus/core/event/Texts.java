package io.iolaus.core.event;

import org.jspecify.annotations.Nullable;

/// Rules for strings: identifiers, texts that are kept, texts that are not.
final class Texts {

  private Texts() {}

  /// 1..`most` code points, no control characters, no half of a surrogate pair (which no UTF-8 can
  /// hold).
  static boolean isId(String text, int most) {
    int length = text.length();
    if (length == 0 || length > 2 * most) {
      return false;
    }
    int codePoints = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          return false;
        }
        i++;
      }
      codePoints++;
    }
    return codePoints <= most;
  }

  /// A text that may be shown again: not above 1 MiB, no control characters but line breaks and
  /// tabs, no card number.
  static @Nullable String kept(String path, @Nullable String text) {
    if (text == null) {
      return null;
    }
    requireSize(path, text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
      if (control || (Character.isSurrogate(c) && !isPair(text, i++))) {
        throw new LineException(
            path, ReasonCode.INVALID_TEXT, "has control characters or half a surrogate pair");
      }
    }
    if (CardNumbers.in(text)) {
      throw FieldReader.cardNumber(path);
    }
    return text;
  }

  static void requireSize(String path, String text) {
    if (!fits(text)) {
      throw new LineException(path, ReasonCode.TEXT_TOO_LONG, "above 1 MiB of UTF-8");
    }
  }

  private static boolean fits(String text) {
    // A UTF-16 unit takes one to three bytes of UTF-8: most texts need no counting.
    if (text.length() > FieldReader.MAX_TEXT_BYTES) {
      return false;
    }
    if (text.length() <= FieldReader.MAX_TEXT_BYTES / 3) {
      return true;
    }
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Half a pair takes two of the four bytes of the pair.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes <= FieldReader.MAX_TEXT_BYTES;
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }
}
