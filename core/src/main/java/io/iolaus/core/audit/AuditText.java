package io.iolaus.core.audit;

/// Texts that can stand in an entry: the database gives them back as they were, and they fit on a
/// line.
final class AuditText {

  private static final int REPLACEMENT = 0xFFFD;

  private AuditText() {}

  /// @throws IllegalArgumentException if the text is longer, or holds what {@link #clean} replaces
  static void require(String what, String text, int max) {
    if (text.length() > max) {
      throw new IllegalArgumentException(
          what + " may have " + max + " characters, had " + text.length());
    }
    if (!text.codePoints().allMatch(AuditText::stands)) {
      throw new IllegalArgumentException(what + " holds a control character or half a character");
    }
  }

  /// The text without control characters and halves of characters, cut at this length.
  static String clean(String text, int max) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), max));
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int kept = stands(c) ? c : Character.isISOControl(c) ? ' ' : REPLACEMENT;
      if (clean.length() + Character.charCount(kept) > max) {
        break;
      }
      clean.appendCodePoint(kept);
      i += Character.charCount(c);
    }
    return clean.toString();
  }

  private static boolean stands(int c) {
    return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
  }
}
