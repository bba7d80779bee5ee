package io.iolaus.cypher.detector.safety;

import io.iolaus.cypher.detector.safety.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Splits a statement the way the database's own lexer does, so that a keyword in a string, a
/// comment or a quoted name is told from one that acts.
///
/// Two things the database takes are refused here, because they let a text act otherwise than it
/// reads: unicode escapes (the database resolves them before anything else, so that one can end a
/// string or a comment), and, outside of strings, comments and backticks, characters other than
/// ASCII.
public final class CypherTokens {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int at;

  private CypherTokens(String text) {
    this.text = text;
  }

  static CypherTokens of(String text) {
    CypherTokens result = new CypherTokens(text);
    result.run();
    return result;
  }

  /// The statement in one spelling, whatever its layout and its comments.
  public static String canonical(String statement) {
    return of(statement).tokens.stream().map(Token::canonical).collect(Collectors.joining(" "));
  }

  List<Token> tokens() {
    return List.copyOf(tokens);
  }

  /// What keeps this text from being read safely; the tokens count only when there is nothing.
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void run() {
    int escape = text.indexOf("\\u");
    if (escape >= 0) {
      refuse(
          escape, "a unicode escape can end a string or a comment", "write the character itself");
    }
    while (at < text.length() && findings.isEmpty()) {
      next();
    }
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      at++;
    } else if (text.startsWith("//", at)) {
      at = endOfLine();
    } else if (text.startsWith("/*", at)) {
      at = after("*/", at + 2, "a comment is never closed", "end it with */");
    } else if (c == '\'' || c == '"') {
      string(c);
    } else if (c == '`') {
      int start = at;
      String name = quotedName();
      add(Kind.NAME, name, start);
    } else if (c == '$') {
      parameter();
    } else if (isDigit(c) || isFraction()) {
      number();
    } else if (isWordStart(c)) {
      int start = at;
      add(Kind.WORD, word(), start);
    } else if (c > ' ' && c < 127 && c != '\\') {
      symbol();
    } else {
      refuse(
          at,
          "character U+"
              + String.format("%04X", (int) c)
              + " stands outside of strings and backticks",
          "use plain ASCII there");
    }
  }

  private int endOfLine() {
    int i = at;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private int after(String mark, int from, String what, String remedy) {
    int found = text.indexOf(mark, from);
    if (found < 0) {
      refuse(at, what, remedy);
      return text.length();
    }
    return found + mark.length();
  }

  private void string(char quote) {
    int start = at;
    StringBuilder content = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != quote; at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        content.append('\\');
        at++;
      }
      content.append(text.charAt(at));
    }
    close(start, "a string is never closed", quote);
    add(Kind.STRING, content.toString(), start);
  }

  private String quotedName() {
    int start = at;
    StringBuilder name = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) == '`') {
        if (peek(1) != '`') {
          break;
        }
        at++; // two backticks are one in the name
      }
      name.append(text.charAt(at));
    }
    close(start, "a name in backticks is never closed", '`');
    return name.toString();
  }

  private void close(int start, String what, char quote) {
    if (at >= text.length()) {
      refuse(start, what, "end it with " + quote);
    } else {
      at++;
    }
  }

  private void parameter() {
    int start = at++;
    if (peek(0) == '`') {
      String name = quotedName();
      add(Kind.PARAMETER, name, start);
    } else if (isWordStart(peek(0)) || isDigit(peek(0))) {
      add(Kind.PARAMETER, word(), start);
    } else {
      add(Kind.SYMBOL, "$", start);
    }
  }

  private void number() {
    int start = at;
    while (isWordPart(peek(0)) || isFraction()) {
      at++;
      if ((peek(-1) == 'e' || peek(-1) == 'E')
          && (peek(0) == '-' || peek(0) == '+')
          && !hex(start)) {
        at++;
      }
    }
    add(Kind.NUMBER, text.substring(start, at), start);
  }

  /// A dot that begins the digits behind it, unlike the dots of a range: `1.5`, `1..5`.
  private boolean isFraction() {
    return peek(0) == '.' && isDigit(peek(1)) && peek(-1) != '.';
  }

  private boolean hex(int start) {
    return text.startsWith("0x", start) || text.startsWith("0X", start);
  }

  private String word() {
    int start = at;
    while (isWordPart(peek(0))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void symbol() {
    int start = at;
    at += text.startsWith("..", at) || text.startsWith("::", at) ? 2 : 1;
    add(Kind.SYMBOL, text.substring(start, at), start);
  }

  private void add(Kind kind, String content, int start) {
    tokens.add(new Token(kind, content, start, at));
  }

  private void refuse(int offset, String what, String remedy) {
    findings.add(new Finding(offset, what, remedy));
  }

  /// The character so many behind the current one; NUL beyond the ends, which is part of nothing.
  private char peek(int ahead) {
    int i = at + ahead;
    return i >= 0 && i < text.length() ? text.charAt(i) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c);
  }
}
