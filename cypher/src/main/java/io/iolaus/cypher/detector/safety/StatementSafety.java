package io.iolaus.cypher.detector.safety;

import io.iolaus.cypher.detector.safety.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a detector's statement may run, judged by its text alone.
///
/// It must be one read-only query of known functions whose parameters are declared, and return what
/// the engine asks for. This errs on the side of refusing: a harmless use of a forbidden word can
/// be put in backticks. The plan is judged too before a statement runs ([PlanSafety]), and the
/// transaction is a reading one.
public final class StatementSafety {
  private static final Map<String, String> CLOSING = Map.of("(", ")", "[", "]", "{", "}");

  /// Longer or deeper than anybody writes by hand, and safe for the database's parser.
  private static final int MAX_LENGTH = 20_000;

  private static final int MAX_DEPTH = 60;

  /// How far a statement may count by itself: the database cannot stop an expression that counts.
  private static final int MAX_RANGE = 10_000;

  private final List<Token> tokens;
  private final List<Finding> findings;

  private StatementSafety(CypherTokens read) {
    this.tokens = read.tokens();
    this.findings = new ArrayList<>(read.findings());
  }

  /// Everything that speaks against the statement, in the order of the text; empty when it may run.
  ///
  /// @param params names of all parameters it may read
  /// @param facet the facet it must return
  /// @param types the link types it may return
  public static List<Finding> check(
      String statement, Set<String> params, String facet, Set<String> types) {
    if (statement.length() > MAX_LENGTH) {
      return List.of(
          new Finding(
              0,
              "the statement has " + statement.length() + " characters",
              "use at most " + MAX_LENGTH));
    }
    StatementSafety safety = new StatementSafety(CypherTokens.of(statement));
    if (safety.findings.isEmpty()) {
      safety.checkBrackets();
    }
    // Without balanced brackets nothing below means anything.
    if (safety.findings.isEmpty()) {
      safety.checkSingle();
      safety.checkWords();
      safety.checkCalls();
      safety.findings.addAll(CutClauses.check(safety.tokens));
      safety.checkZones();
      safety.checkParameters(params);
      safety.findings.addAll(PatternLength.check(safety.tokens));
      safety.findings.addAll(ReturnShape.check(safety.tokens, facet, types));
    }
    safety.findings.sort(Comparator.comparingInt(Finding::offset));
    return List.copyOf(safety.findings);
  }

  /// The names of the parameters a statement reads.
  public static Set<String> parameters(String statement) {
    Set<String> names = new HashSet<>();
    for (Token token : CypherTokens.of(statement).tokens()) {
      if (token.kind() == Kind.PARAMETER) {
        names.add(token.text());
      }
    }
    return names;
  }

  private void checkBrackets() {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token.kind() != Kind.SYMBOL) {
        continue;
      }
      if (CLOSING.containsKey(token.text())) {
        open.push(token);
        if (open.size() > MAX_DEPTH) {
          refuse(token, "brackets stand " + open.size() + " deep", "nest less");
          return;
        }
      } else if (CLOSING.containsValue(token.text())) {
        // The engine wraps the statement in braces: one that closes more than it opens would get
        // out of them.
        if (open.isEmpty() || !token.text().equals(CLOSING.get(open.pop().text()))) {
          refuse(token, "'" + token.text() + "' closes nothing", "balance the brackets");
          return;
        }
      }
    }
    if (!open.isEmpty()) {
      refuse(open.peek(), "'" + open.peek().text() + "' is never closed", "balance the brackets");
    }
  }

  private void checkSingle() {
    if (tokens.isEmpty()) {
      findings.add(new Finding(0, "there is no statement", "write one below the front matter"));
      return;
    }
    Token first = tokens.getFirst();
    if (first.kind() != Kind.WORD || !Vocabulary.OPENINGS.contains(first.upper())) {
      refuse(
          first,
          "a detector cannot begin with " + first.canonical(),
          "begin with MATCH, OPTIONAL MATCH, UNWIND, WITH, LET or a CALL subquery");
    }
    for (Token token : tokens) {
      if (token.isSymbol(";")) {
        refuse(token, "';' ends a statement", "write one statement, without a semicolon");
      }
    }
  }

  private void checkWords() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.WORD
          && Vocabulary.FORBIDDEN.contains(token.upper())
          && !isPropertyOrLabel(i)) {
        refuse(
            token,
            token.upper() + " is not for detectors, which only read",
            "leave it out, or put it in backticks if it is a name");
      }
      if (token.isName() && Vocabulary.CLOSED.contains(token.text())) {
        refuse(
            token,
            token.text() + " is about those who work here, not about accounts",
            "leave it out, or call it otherwise if it is a name of your own");
      }
      if (token.isSymbol("$") || (token.kind() == Kind.PARAMETER && isSymbol(i + 1, "("))) {
        refuse(
            token, "a label or type computed at run time has no index", "write the label itself");
      }
    }
  }

  /// After a dot or colon a word is a property, a label or a type; before a colon a key of a map or
  /// a variable.
  private boolean isPropertyOrLabel(int i) {
    return isSymbol(i - 1, ".") || isSymbol(i - 1, ":") || isSymbol(i + 1, ":");
  }

  private void checkCalls() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("CALL") && !isPropertyOrLabel(i)) {
        if (!isSymbol(i + 1, "(") && !isSymbol(i + 1, "{")) {
          checkProcedure(i + 1);
        }
      } else if (isSymbol(i, "(") && i > 0 && tokens.get(i - 1).isName()) {
        checkFunction(i);
      }
    }
  }

  private void checkProcedure(int start) {
    int end = start;
    StringBuilder name = new StringBuilder();
    while (end < tokens.size() && (tokens.get(end).isName() || isSymbol(end, "."))) {
      name.append(tokens.get(end).lower());
      end++;
      if (!isSymbol(end, ".") && !isSymbol(end - 1, ".")) {
        break;
      }
    }
    if (!Vocabulary.PROCEDURES.contains(name.toString())) {
      refuse(
          tokens.get(Math.min(start, tokens.size() - 1)),
          "procedure '" + name + "' is not on the short list",
          "use clauses, or one of " + Vocabulary.PROCEDURES.stream().sorted().toList());
    }
  }

  private void checkFunction(int parenthesis) {
    int start = parenthesis - 1;
    while (isSymbol(start - 1, ".") && start >= 2 && tokens.get(start - 2).isName()) {
      start -= 2;
    }
    StringBuilder name = new StringBuilder();
    for (int i = start; i < parenthesis; i++) {
      name.append(tokens.get(i).lower());
    }
    Token at = tokens.get(start);
    boolean keyword =
        start == parenthesis - 1
            && at.kind() == Kind.WORD
            && Vocabulary.BEFORE_PARENTHESIS.contains(at.upper());
    if (keyword || isIndexHint(start) || (start > 0 && tokens.get(start - 1).is("CALL"))) {
      return; // a clause, or a procedure that has been checked as one
    }
    if (!Vocabulary.FUNCTIONS.contains(name.toString())) {
      refuse(
          at,
          "function '" + name + "' is not on the list",
          "use the plain functions of Cypher; time comes as $asOf, chance and internal ids not at"
              + " all");
    } else if (Vocabulary.TEMPORAL.contains(name.toString())) {
      checkClock(at, name.toString(), parenthesis);
    } else if (name.toString().equals("range")) {
      checkRange(parenthesis);
    }
  }

  /// `USING INDEX a:Account(id)`, where the label is no function.
  private boolean isIndexHint(int label) {
    return label >= 3
        && isSymbol(label - 1, ":")
        && (tokens.get(label - 3).is("INDEX") || tokens.get(label - 3).is("SEEK"));
  }

  private void checkRange(int parenthesis) {
    int depth = 0;
    for (int i = parenthesis; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.SYMBOL) {
        depth +=
            CLOSING.containsKey(token.text()) ? 1 : CLOSING.containsValue(token.text()) ? -1 : 0;
      } else if (token.kind() == Kind.NUMBER && !isSmall(token.text())) {
        refuse(
            token,
            "range counts to " + token.text(),
            "count to " + MAX_RANGE + " at most: nothing stops an expression that counts");
      }
      if (depth == 0) {
        return;
      }
    }
  }

  private static boolean isSmall(String number) {
    return number.matches("[0-9_]{1,9}")
        && Integer.parseInt("0" + number.replace("_", "")) <= MAX_RANGE;
  }

  /// `date()`, `date({timezone: …})` and `date.truncate('week')` read the machine's clock.
  private void checkClock(Token at, String name, int parenthesis) {
    int depth = 0;
    boolean comma = false;
    boolean zoneFirst = isSymbol(parenthesis + 1, "{") && isTimezone(parenthesis + 2);
    for (int i = parenthesis; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (CLOSING.containsKey(token.text()) && token.kind() == Kind.SYMBOL) {
        depth++;
      } else if (CLOSING.containsValue(token.text()) && token.kind() == Kind.SYMBOL) {
        depth--;
      }
      if (depth == 0) {
        break;
      }
      comma |= depth == 1 && token.isSymbol(",");
    }
    boolean empty = isSymbol(parenthesis + 1, ")");
    if (empty || zoneFirst || (name.endsWith(".truncate") && !comma)) {
      refuse(at, name + " without a time reads the machine's clock", "start from $asOf");
    }
  }

  private boolean isTimezone(int i) {
    return tokens.get(i).isName() && tokens.get(i).lower().equals("timezone");
  }

  /// A map of a zone and nothing else is the present moment there, to whatever function it goes.
  private void checkZones() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (isSymbol(i, "{") && isTimezone(i + 1) && isSymbol(i + 2, ":") && isSymbol(i + 4, "}")) {
        refuse(
            tokens.get(i + 1), "a time zone alone reads the machine's clock", "start from $asOf");
      }
    }
  }

  private void checkParameters(Set<String> declared) {
    for (Token token : tokens) {
      if (token.kind() == Kind.PARAMETER && !declared.contains(token.text())) {
        refuse(
            token,
            "parameter $" + token.text() + " is not declared",
            "declare it under params; $from and $asOf are always there");
      }
    }
  }

  private boolean isSymbol(int i, String symbol) {
    return i >= 0 && i < tokens.size() && tokens.get(i).isSymbol(symbol);
  }

  private void refuse(Token token, String what, String remedy) {
    findings.add(new Finding(token.offset(), what, remedy));
  }
}
