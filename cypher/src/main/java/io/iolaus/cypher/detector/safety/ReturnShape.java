package io.iolaus.cypher.detector.safety;

import io.iolaus.cypher.detector.safety.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the statement returns: `key`, `type`, `facet`, `members` and, if it likes, `edges`; nothing
/// else.
final class ReturnShape {
  private static final Set<String> REQUIRED = Set.of("key", "type", "facet", "members");
  private static final Set<String> BEHIND = Set.of("ORDER", "SKIP", "OFFSET", "LIMIT");
  private static final String REMEDY =
      "end with RETURN … AS key, … AS type, … AS facet, members and, if need be, edges";

  private final String facet;
  private final Set<String> types;
  private final List<Finding> findings = new ArrayList<>();

  private ReturnShape(String facet, Set<String> types) {
    this.facet = facet;
    this.types = types;
  }

  static List<Finding> check(List<Token> tokens, String facet, Set<String> types) {
    ReturnShape shape = new ReturnShape(facet, types);
    for (List<Token> branch : split(tokens, "UNION")) {
      shape.checkBranch(branch);
    }
    return shape.findings;
  }

  private void checkBranch(List<Token> branch) {
    if (branch.isEmpty()) {
      return; // the database says so better
    }
    List<List<Token>> clauses = split(branch, "RETURN");
    if (clauses.size() != 2) {
      refuse(branch.getLast(), "the statement must end with one RETURN", REMEDY);
      return;
    }
    List<Token> items = new ArrayList<>();
    for (Token token : clauses.getLast()) {
      if (token.kind() == Kind.WORD && BEHIND.contains(token.upper())) {
        refuse(
            token,
            token.upper() + " behind RETURN would hide links",
            "return all of them; the engine sorts, caps and says so");
        return;
      }
      items.add(token);
    }
    Set<String> names = new HashSet<>();
    for (List<Token> item : split(items, ",")) {
      checkItem(item, branch, names);
    }
    if (!names.containsAll(REQUIRED)) {
      Set<String> missing = new HashSet<>(REQUIRED);
      missing.removeAll(names);
      refuse(branch.getLast(), "RETURN lacks " + missing.stream().sorted().toList(), REMEDY);
    }
  }

  private void checkItem(List<Token> item, List<Token> branch, Set<String> names) {
    if (item.isEmpty()) {
      refuse(branch.getLast(), "RETURN has an empty column", REMEDY);
      return;
    }
    Token name = item.getLast();
    boolean renamed = item.size() > 2 && item.get(item.size() - 2).is("AS");
    if (!name.isName() || (!renamed && item.size() > 1)) {
      refuse(item.getFirst(), "a returned column has no name of its own", REMEDY);
    } else if (!REQUIRED.contains(name.text()) && !name.text().equals("edges")) {
      refuse(name, "column '" + name.text() + "' is not asked for", REMEDY);
    } else if (!names.add(name.text())) {
      refuse(name, "column '" + name.text() + "' is returned twice", REMEDY);
    } else if (name.text().equals("facet")) {
      checkFacet(item);
    } else if (name.text().equals("type")) {
      checkType(item);
    } else if (name.text().equals("key")) {
      checkKey(item);
    }
  }

  private void checkFacet(List<Token> item) {
    Token value = item.getFirst();
    if (item.size() != 3 || value.kind() != Kind.STRING || !value.text().equals(facet)) {
      refuse(value, "the facet differs from the front matter's", "return '" + facet + "' AS facet");
    }
  }

  private void checkKey(List<Token> item) {
    Token value = item.getFirst();
    boolean written = Set.of(Kind.STRING, Kind.NUMBER, Kind.PARAMETER).contains(value.kind());
    if (item.size() == 3 && written) {
      refuse(value, "every link has the same key", "return the id of what is shared AS key");
    }
  }

  private void checkType(List<Token> item) {
    Token value = item.getFirst();
    if (value.kind() == Kind.STRING && item.size() == 3 && !types.contains(value.text())) {
      refuse(value, "'" + value.text() + "' is no type of link", "return one of " + types);
    }
  }

  /// The parts between the bare words or symbols `mark` that stand in no bracket.
  private static List<List<Token>> split(List<Token> tokens, String mark) {
    List<List<Token>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    int depth = 0;
    for (Token token : tokens) {
      if (token.kind() == Kind.SYMBOL) {
        depth += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
      }
      if (depth == 0 && (token.is(mark) || token.isSymbol(mark))) {
        parts.add(new ArrayList<>());
      } else {
        parts.getLast().add(token);
      }
    }
    return parts;
  }

  private void refuse(Token token, String what, String remedy) {
    findings.add(new Finding(token.offset(), what, remedy));
  }
}
