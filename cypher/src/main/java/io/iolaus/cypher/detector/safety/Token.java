package io.iolaus.cypher.detector.safety;

import java.util.Locale;

/// A piece of a statement that means something: comments and white space are gone.
///
/// @param text the name without backticks or `$`, the content of a string between its quotes, else
///   as written
/// @param offset of its first character in the statement
/// @param end behind its last character
record Token(Kind kind, String text, int offset, int end) {
  enum Kind {
    /// A bare word: a keyword or a name.
    WORD,
    /// A name in backticks: never a keyword.
    NAME,
    STRING,
    NUMBER,
    PARAMETER,
    SYMBOL
  }

  /// Whether this is the bare word `keyword` (upper case), however it is cased.
  boolean is(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /// A word or a name in backticks.
  boolean isName() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }

  /// One spelling for all ways to lay this token out.
  String canonical() {
    return switch (kind) {
      case STRING -> "'" + text + "'";
      case NAME -> "`" + text + "`";
      case PARAMETER -> "$" + text;
      case WORD, NUMBER, SYMBOL -> text;
    };
  }
}
