package io.iolaus.cypher.detector.safety;

import io.iolaus.cypher.detector.safety.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `LIMIT`, `SKIP` and `OFFSET`.
final class CutClauses {
  private static final Set<String> CUTTING = Set.of("LIMIT", "SKIP", "OFFSET");

  /// What a clause begins with.
  private static final Set<String> CLAUSES =
      Set.of("MATCH", "WITH", "RETURN", "LET", "FILTER", "UNWIND", "CALL", "YIELD");

  private final List<Token> tokens;
  private final List<Finding> findings = new ArrayList<>();

  private CutClauses(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<Finding> check(List<Token> tokens) {
    CutClauses cuts = new CutClauses(tokens);
    cuts.check();
    return cuts.findings;
  }

  /// What is cut off must be told by an order: without one it is chance, and the same graph would
  /// not give the same links.
  private void check() {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.WORD
          && CUTTING.contains(token.upper())
          && cutsAt(i)
          && !isOrdered(i)) {
        findings.add(
            new Finding(
                token.offset(),
                token.upper() + " without ORDER BY keeps what chance puts first",
                "write ORDER BY before it, by something that no two have alike"));
      }
    }
  }

  /// Whether a word that may also be a name is a clause here: a number follows, and nothing before
  /// asks for a name.
  private boolean cutsAt(int i) {
    Token before = tokens.get(i - 1);
    Token after = tokens.get(i + 1);
    boolean amount =
        after.kind() == Kind.NUMBER || after.kind() == Kind.PARAMETER || after.is("toInteger");
    return amount && !before.is("AS") && (before.kind() != Kind.SYMBOL || isClosing(before));
  }

  private static boolean isClosing(Token token) {
    return token.kind() == Kind.SYMBOL && ")]}".contains(token.text());
  }

  private boolean isOrdered(int cut) {
    int depth = 0;
    for (int i = cut - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.SYMBOL) {
        depth += isClosing(token) ? 1 : "([{".contains(token.text()) ? -1 : 0;
      }
      if (depth < 0
          || (depth == 0 && CLAUSES.contains(token.upper()) && token.kind() == Kind.WORD)) {
        return false;
      }
      if (depth == 0 && token.is("ORDER")) {
        return true;
      }
    }
    return false;
  }
}
