package io.iolaus.core.cases;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// What may be written in a case.
public final class CaseTexts {

  /// Most characters of a title.
  public static final int MAX_TITLE = 200;

  /// Most characters of a comment.
  public static final int MAX_COMMENT = 20_000;

  /// Most tags of a case.
  public static final int MAX_TAGS = 20;

  private static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  private CaseTexts() {}

  /// A title: one line that says something, without blanks around it.
  ///
  /// @throws IllegalArgumentException that says what is wrong
  public static String title(String text) {
    String title = text.strip();
    if (title.isEmpty() || title.length() > MAX_TITLE) {
      throw new IllegalArgumentException(
          "title must have 1..%d characters, had %d".formatted(MAX_TITLE, title.length()));
    }
    if (title.codePoints().anyMatch(c -> Character.isISOControl(c) || breaks(c))) {
      throw new IllegalArgumentException(
          "title must be one line without control characters or marks of writing direction");
    }
    requireWhole("title", title);
    return title;
  }

  /// What changes the direction of the writing around it, or ends a line: text that reads otherwise
  /// than it is.
  private static boolean breaks(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029;
  }

  /// Tags, each once, in byte order.
  ///
  /// @throws IllegalArgumentException that names the one that is wrong
  public static List<String> tags(Collection<String> tags) {
    List<String> all = tags.stream().distinct().sorted().toList();
    if (all.size() > MAX_TAGS) {
      throw new IllegalArgumentException(
          "tags must be at most %d, were %d".formatted(MAX_TAGS, all.size()));
    }
    for (String tag : all) {
      if (!TAG.matcher(tag).matches()) {
        throw new IllegalArgumentException(
            "a tag has 1..40 lower-case letters, digits or . - _ and begins with a letter or digit,"
                + " was "
                + tag);
      }
    }
    return all;
  }

  /// A comment, as it was written.
  ///
  /// @throws IllegalArgumentException that says what is wrong
  public static String comment(String text) {
    if (text.isBlank() || text.length() > MAX_COMMENT) {
      throw new IllegalArgumentException(
          "text must have 1..%d characters, had %d"
              .formatted(MAX_COMMENT, text.isBlank() ? 0 : text.length()));
    }
    if (text.codePoints()
        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
      throw new IllegalArgumentException("text must have no control characters but line ends");
    }
    requireWhole("text", text);
    return text;
  }

  /// Half of a character cannot be stored.
  private static void requireWhole(String name, String text) {
    if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      throw new IllegalArgumentException(name + " must be well-formed, has half of a character");
    }
  }
}
