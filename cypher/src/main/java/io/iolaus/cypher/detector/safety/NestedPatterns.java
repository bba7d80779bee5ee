package io.iolaus.cypher.detector.safety;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Judges the subqueries that stand in the middle of an expression, such as a branch of a `CASE`.
///
/// The database plans them by themselves and shows no plan of them, only their text, normalised:
/// one `MATCH`, labels moved into its `WHERE`. So that text is judged: every path of it must hang
/// on something that is known already.
final class NestedPatterns {
  private static final Pattern BLOCK = Pattern.compile("\\b(EXISTS|COUNT|COLLECT) ?\\{");
  private static final Pattern STEPS = Pattern.compile("\\*(\\d+)?(\\.\\.)?(\\d+)?]");
  private static final Pattern NODE = Pattern.compile("\\(\\s*(\\w+)");
  private static final Pattern BEHIND = Pattern.compile("\\b(WHERE|RETURN)\\b");

  /// Clauses that make more of it than one pattern.
  private static final Pattern MORE =
      Pattern.compile(
          "\\b(UNION|CALL|UNWIND|OPTIONAL|SHORTEST|LET|FILTER|(?<!STARTS )(?<!ENDS )WITH)\\b");

  /// `[x IN`, `any(x IN`, `reduce(s = 0, x IN`.
  private static final Pattern LIST_VARIABLE =
      Pattern.compile("(?:\\[|\\b(?:any|all|none|single)\\(|, )(\\w+) IN ");

  private NestedPatterns() {}

  /// The text with plain words in place of names in backticks, which may hold anything.
  static String withoutBackticks(String text) {
    return Pattern.compile("`([^`]*)`")
        .matcher(text)
        .replaceAll(name -> name.group(1).matches("\\w+") ? name.group(1) : "quoted");
  }

  /// What is wrong with the subqueries in an operator's details.
  ///
  /// @param bound names that the operator is given
  static List<String> check(String details, Set<String> bound) {
    List<String> wrong = new ArrayList<>();
    Matcher block = BLOCK.matcher(details);
    int from = 0;
    while (block.find(from)) {
      int end = closing(details, block.end());
      String text = details.substring(block.end(), end).strip();
      Set<String> known = new HashSet<>(bound);
      LIST_VARIABLE
          .matcher(details.substring(0, block.start()))
          .results()
          .forEach(variable -> known.add(variable.group(1)));
      checkBlock(text, known, wrong);
      from = end;
    }
    return wrong;
  }

  private static void checkBlock(String text, Set<String> known, List<String> wrong) {
    String own = withoutInner(text);
    String shown = text.replaceAll("\\s+", " ");
    if (!own.startsWith("MATCH ") || own.indexOf("MATCH ", 1) > 0 || MORE.matcher(own).find()) {
      wrong.add("a subquery inside an expression is more than one pattern: " + shown);
      return;
    }
    Matcher behind = BEHIND.matcher(own);
    String pattern =
        own.substring("MATCH ".length(), behind.find() ? behind.start() : own.length());
    Matcher steps = STEPS.matcher(pattern);
    boolean near = !pattern.matches("(?s).*\\)\\s*[{+*].*");
    while (steps.find()) {
      near &= PatternLength.isNear(steps.group(steps.group(2) == null ? 1 : 3));
    }
    if (!near) {
      wrong.add("a subquery inside an expression repeats without a near end: " + shown);
    }
    if (!hangsTogether(pattern, known)) {
      wrong.add("a subquery inside an expression begins anywhere, for each row: " + shown);
    }
    wrong.addAll(check(text, known));
  }

  /// Whether each path shares a node with what is known, or with a path that does.
  private static boolean hangsTogether(String pattern, Set<String> known) {
    List<Set<String>> paths = new ArrayList<>();
    for (String path : paths(pattern)) {
      Set<String> nodes = new HashSet<>();
      NODE.matcher(path).results().forEach(node -> nodes.add(node.group(1)));
      paths.add(nodes);
    }
    boolean found = true;
    while (found) {
      found = false;
      for (Set<String> nodes : List.copyOf(paths)) {
        if (nodes.stream().anyMatch(known::contains)) {
          known.addAll(nodes);
          paths.remove(nodes);
          found = true;
        }
      }
    }
    return paths.isEmpty();
  }

  /// The parts between commas that stand in no bracket.
  private static List<String> paths(String pattern) {
    List<String> paths = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && depth == 0) {
        paths.add(pattern.substring(from, i));
        from = i + 1;
      }
    }
    paths.add(pattern.substring(from));
    return paths;
  }

  /// The text without the subqueries in it.
  private static String withoutInner(String text) {
    StringBuilder own = new StringBuilder();
    Matcher block = BLOCK.matcher(text);
    int from = 0;
    while (block.find(from)) {
      own.append(text, from, block.start()).append("inner");
      from = closing(text, block.end());
    }
    return own.append(text.substring(from)).toString();
  }

  /// Where the brace is closed that was opened just before `from`; the end where it is not.
  private static int closing(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length();
  }
}
