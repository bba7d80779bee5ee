package io.iolaus.api.export;

import java.util.Locale;
import java.util.function.IntPredicate;

/// Texts that XML 1.0 can carry: it has no way to write most control characters, nor halves of
/// characters.
final class XmlText {

  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /// For people: what cannot be carried becomes U+FFFD.
  static String shown(String text) {
    if (text.codePoints().allMatch(XmlText::isCarried)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.appendCodePoint(isCarried(c) ? c : REPLACEMENT));
    return shown.toString();
  }

  /// For ids in attributes: no two texts become the same. What cannot be carried, or would be read
  /// as a blank, and the backslash are written as `\` and six hexadecimal digits.
  static String key(String text) {
    IntPredicate plain = c -> isCarried(c) && c >= ' ' && c != '\\';
    if (text.codePoints().allMatch(plain)) {
      return text;
    }
    StringBuilder key = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          if (plain.test(c)) {
            key.appendCodePoint(c);
          } else {
            key.append(String.format(Locale.ROOT, "\\%06x", c));
          }
        });
    return key.toString();
  }

  /// XML 1.0, production 2; a lone half of a character is none.
  private static boolean isCarried(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
