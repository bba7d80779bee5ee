package io.iolaus.cypher.detector.safety;

import io.iolaus.cypher.detector.safety.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Patterns of variable length must end: `*1..3` and `{1,3}` do, `*`, `*2..`, `+` and `{2,}` do
/// not.
///
/// `(…)+` cannot be told from a sum by its tokens; the plan shows it ([PlanSafety]).
final class PatternLength {
  /// Steps a pattern may repeat: further out everything is near everything.
  static final int MAX_STEPS = 4;

  static final String REMEDY = "bound it by at most " + MAX_STEPS + " steps, such as *1..3";

  private final List<Token> tokens;
  private final List<Finding> findings = new ArrayList<>();

  private PatternLength(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<Finding> check(List<Token> tokens) {
    PatternLength lengths = new PatternLength(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      if (lengths.is(i, "[") && lengths.is(i - 1, "-")) {
        lengths.checkRelationship(i);
      } else if (lengths.is(i, ")") || lengths.is(i, ">") || lengths.is(i, "-")) {
        lengths.checkQuantifier(i);
      }
    }
    return lengths.findings;
  }

  private void checkRelationship(int bracket) {
    for (int i = bracket + 1; i < tokens.size() && !is(i, "]"); i++) {
      if (is(i, "{") || tokens.get(i).is("WHERE")) {
        return; // from here on a star multiplies
      }
      if (is(i, "*")) {
        int to = isNumber(i + 1) ? i + 2 : i + 1;
        checkBound(i, is(to, "..") ? to + 1 : to - 1);
        return;
      }
    }
  }

  private void checkQuantifier(int i) {
    if (is(i, ">") && (is(i + 1, "+") || is(i + 1, "*"))) {
      refuse(i + 1);
    } else if (is(i + 1, "{") && (isNumber(i + 2) || is(i + 2, ","))) {
      int comma = isNumber(i + 2) ? i + 3 : i + 2;
      checkBound(i + 1, is(comma, ",") ? comma + 1 : i + 2);
    }
  }

  private void checkBound(int at, int bound) {
    if (!isNumber(bound) || !isNear(tokens.get(bound).text())) {
      refuse(at);
    }
  }

  /// Whether this is the number of steps that a pattern may repeat at most; null and the empty text
  /// are no number.
  static boolean isNear(@Nullable String bound) {
    return bound != null && bound.matches("[0-9]{1,9}") && Integer.parseInt(bound) <= MAX_STEPS;
  }

  private void refuse(int at) {
    findings.add(
        new Finding(tokens.get(at).offset(), "a pattern repeats without a near end", REMEDY));
  }

  private boolean is(int i, String symbol) {
    return i >= 0 && i < tokens.size() && tokens.get(i).isSymbol(symbol);
  }

  private boolean isNumber(int i) {
    return i < tokens.size() && tokens.get(i).kind() == Kind.NUMBER;
  }
}
