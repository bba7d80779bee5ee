package io.iolaus.cypher.detector.safety;

import io.iolaus.cypher.detector.safety.Token.Kind;
import io.iolaus.cypher.detector.safety.TokenCursor.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An expression that reads nothing but properties of variables that are told: no pattern, no
/// subquery, no node or relationship as a whole.
///
/// A node gets into an expression by a variable without a dot behind it, in whatever it is then
/// used. So there is none, but for those that stand for the elements of a list of values.
final class PlainExpression {
  /// A variable of which every property may be read.
  static final Set<String> ANY = Set.of();

  private static final Set<String> KEYWORDS =
      Set.of(
          "AND",
          "OR",
          "XOR",
          "NOT",
          "IN",
          "IS",
          "NULL",
          "TRUE",
          "FALSE",
          "STARTS",
          "ENDS",
          "WITH",
          "CONTAINS",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "WHERE");

  private static final Set<String> OVER_LISTS = Set.of("any", "all", "none", "single");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "any",
          "all",
          "none",
          "single",
          "abs",
          "ceil",
          "coalesce",
          "date",
          "datetime",
          "duration",
          "floor",
          "head",
          "isempty",
          "last",
          "left",
          "lower",
          "ltrim",
          "nullif",
          "right",
          "round",
          "rtrim",
          "sign",
          "size",
          "split",
          "substring",
          "toboolean",
          "tofloat",
          "tointeger",
          "tolower",
          "tostring",
          "toupper",
          "trim",
          "upper");

  private static final Set<String> SYMBOLS =
      Set.of(
          "(", ")", "[", "]", ",", ".", "..", "+", "-", "*", "/", "%", "^", "=", "<", ">", "|",
          "~");

  private static final String REMEDY =
      "compare properties of the shared thing, the account and their relationship, nothing else";

  private final List<Token> tokens;
  private final Map<String, Set<String>> readable;

  private PlainExpression(List<Token> tokens, Map<String, Set<String>> readable) {
    this.tokens = tokens;
    this.readable = readable;
  }

  /// Whether a variable of this name could not be told from what Cypher means by it.
  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name.toUpperCase(Locale.ROOT));
  }

  /// @param readable by variable, which of its properties may be read ([#ANY]: all)
  /// @param names all names of variables, which no element of a list may have
  /// @throws Refused when it is no such expression
  static void check(List<Token> tokens, Map<String, Set<String>> readable, Set<String> names) {
    new PlainExpression(tokens, readable).check(names);
  }

  private void check(Set<String> names) {
    Set<String> elements = new HashSet<>();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      boolean opened = is(i - 1, "[") || (is(i - 1, "(") && i >= 2 && isOverList(i - 2));
      if (opened && tokens.get(i).kind() == Kind.WORD && tokens.get(i + 1).is("IN")) {
        if (names.contains(tokens.get(i).text())) {
          throw refused(i, "'" + tokens.get(i).text() + "' has two meanings");
        }
        elements.add(tokens.get(i).text());
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      check(i, elements);
    }
  }

  private void check(int i, Set<String> elements) {
    Token token = tokens.get(i);
    switch (token.kind()) {
      case STRING, NUMBER, PARAMETER -> {}
      case NAME -> throw refused(i, "a name in backticks can be anything");
      case SYMBOL -> {
        if (!SYMBOLS.contains(token.text()) || (token.text().equals("(") && is(i + 1, ")"))) {
          throw refused(i, "the condition asks for more than properties");
        }
      }
      case WORD -> {
        if (!is(i - 1, ".")) {
          checkWord(i, elements);
        }
      }
    }
  }

  private void checkWord(int i, Set<String> elements) {
    Token token = tokens.get(i);
    Set<String> properties = readable.get(token.text());
    if (properties != null) {
      if (!is(i + 1, ".") || i + 2 >= tokens.size() || tokens.get(i + 2).kind() != Kind.WORD) {
        throw refused(i, "'" + token.text() + "' stands there as a whole");
      }
      String property = tokens.get(i + 2).text();
      if (!properties.equals(ANY) && !properties.contains(property)) {
        throw refused(
            i, token.text() + "." + property + " can change with accounts that are no members");
      }
    } else if (KEYWORDS.contains(token.upper())) {
      return;
    } else if (is(i + 1, "{")) {
      throw refused(i, "a subquery in a condition may look beyond the account");
    } else if (is(i + 1, "(")) {
      if (!FUNCTIONS.contains(token.lower())) {
        throw refused(i, token.text() + "(…) may look at more than values");
      }
    } else if (!elements.contains(token.text())) {
      throw refused(i, "'" + token.text() + "' is more than a value of what is looked at");
    }
  }

  private boolean isOverList(int i) {
    return tokens.get(i).kind() == Kind.WORD && OVER_LISTS.contains(tokens.get(i).lower());
  }

  private boolean is(int i, String symbol) {
    return i >= 0 && i < tokens.size() && tokens.get(i).isSymbol(symbol);
  }

  private Refused refused(int i, String what) {
    return new Refused(new Finding(tokens.get(i).offset(), what, REMEDY));
  }
}
