package io.iolaus.cypher.detector.safety;

import io.iolaus.cypher.detector.safety.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads tokens one after the other, and refuses what it does not expect.
final class TokenCursor {
  /// What ends the condition of a clause.
  private static final Set<String> CLAUSES =
      Set.of(
          "MATCH",
          "OPTIONAL",
          "WITH",
          "CALL",
          "RETURN",
          "UNWIND",
          "UNION",
          "LET",
          "FILTER",
          "ORDER",
          "LIMIT",
          "SKIP",
          "OFFSET",
          "USING",
          "YIELD");

  private final List<Token> tokens;
  private int at;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// The statement is none of those that can be narrowed.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Refused(Finding finding) {
      super(null, null, false, false);
      this.finding = finding;
    }

    Finding finding() {
      return finding;
    }
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  boolean isWord(String keyword) {
    return !atEnd() && tokens.get(at).is(keyword);
  }

  boolean isSymbol(String symbol) {
    return !atEnd() && tokens.get(at).isSymbol(symbol);
  }

  boolean take(String text) {
    boolean there = isWord(text) || isSymbol(text);
    at += there ? 1 : 0;
    return there;
  }

  /// Takes these words and symbols.
  void expect(String what, String remedy, String... texts) {
    for (String text : texts) {
      if (!take(text)) {
        throw refused(what, remedy);
      }
    }
  }

  /// Takes a name as it is written, in the same case.
  boolean takeName(String name) {
    boolean there =
        !atEnd() && tokens.get(at).kind() == Kind.WORD && tokens.get(at).text().equals(name);
    at += there ? 1 : 0;
    return there;
  }

  /// Takes a bare word; one in backticks could look like anything.
  Token word(String what, String remedy) {
    if (atEnd() || tokens.get(at).kind() != Kind.WORD) {
      throw refused(what, remedy);
    }
    return tokens.get(at++);
  }

  /// Takes a token of a kind, if there is one.
  @Nullable Token takeKind(Set<Kind> kinds) {
    return !atEnd() && kinds.contains(tokens.get(at).kind()) ? tokens.get(at++) : null;
  }

  /// Takes the condition behind `WHERE`; none where there is no `WHERE`.
  List<Token> where() {
    List<Token> condition = new ArrayList<>();
    if (!take("WHERE")) {
      return condition;
    }
    int depth = 0;
    for (; !atEnd(); at++) {
      Token token = tokens.get(at);
      if (token.kind() == Kind.SYMBOL) {
        depth += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
      }
      boolean text = at > 0 && (tokens.get(at - 1).is("STARTS") || tokens.get(at - 1).is("ENDS"));
      if (depth < 0
          || (depth == 0
              && token.kind() == Kind.WORD
              && CLAUSES.contains(token.upper())
              && !(token.is("WITH") && text)
              && !tokens.get(at - 1).isSymbol("."))) {
        break;
      }
      condition.add(token);
    }
    return condition;
  }

  /// The parts of a condition between `AND`s that stand in no bracket.
  static List<List<Token>> conjuncts(List<Token> condition) {
    List<List<Token>> parts = new ArrayList<>();
    int depth = 0;
    for (Token token : condition) {
      if (token.kind() == Kind.SYMBOL) {
        depth += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
      }
      if (parts.isEmpty() || (depth == 0 && token.is("AND"))) {
        parts.add(new ArrayList<>());
      }
      if (depth > 0 || !token.is("AND")) {
        parts.getLast().add(token);
      }
    }
    return parts;
  }

  /// That the statement is refused here.
  Refused refused(String what, String remedy) {
    int last = tokens.isEmpty() ? 0 : tokens.getLast().offset();
    return new Refused(new Finding(atEnd() ? last : tokens.get(at).offset(), what, remedy));
  }
}
