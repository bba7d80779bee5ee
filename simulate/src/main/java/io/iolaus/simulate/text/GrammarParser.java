package io.iolaus.simulate.text;

import java.util.ArrayList;
import java.util.List;

/// Turns one line of a `.grammar` file into nodes.
final class GrammarParser {

  private final String text;
  private int at;

  private GrammarParser(String text) {
    this.text = text;
  }

  static List<Node> alternatives(String text) {
    return new GrammarParser(text).alternatives('\0', true);
  }

  private List<Node> alternatives(char end, boolean strip) {
    List<Node> result = new ArrayList<>();
    do {
      Node node = sequence(end, strip);
      if (!(strip && node instanceof Node.Literal literal && literal.text().isEmpty())) {
        result.add(node);
      }
    } while (at < text.length() && text.charAt(at++) == '|');
    return result;
  }

  private Node sequence(char end, boolean strip) {
    List<Node> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != end) {
      char c = text.charAt(at);
      switch (c) {
        case '{' -> add(parts, literal, new Node.Slot(upTo('}')));
        case '<' -> add(parts, literal, new Node.Fixed(upTo('>')));
        case '[' -> {
          at++;
          add(parts, literal, new Node.Choice(alternatives(']', false)));
        }
        case '\\' -> {
          literal.append(text.charAt(at + 1) == 'n' ? '\n' : text.charAt(at + 1));
          at += 2;
        }
        default -> {
          literal.append(c);
          at++;
        }
      }
    }
    if (!literal.isEmpty() || parts.isEmpty()) {
      parts.add(new Node.Literal(literal.toString()));
    }
    if (strip) {
      stripEnds(parts);
    }
    return parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts);
  }

  private static void stripEnds(List<Node> parts) {
    if (parts.getFirst() instanceof Node.Literal first) {
      parts.set(0, new Node.Literal(first.text().stripLeading()));
    }
    if (parts.getLast() instanceof Node.Literal last) {
      // A line break at the end is meant; blanks are layout.
      parts.set(parts.size() - 1, new Node.Literal(last.text().replaceAll(" +$", "")));
    }
  }

  private static void add(List<Node> parts, StringBuilder literal, Node node) {
    if (!literal.isEmpty()) {
      parts.add(new Node.Literal(literal.toString()));
      literal.setLength(0);
    }
    parts.add(node);
  }

  private String upTo(char close) {
    int from = at + 1;
    int to = text.indexOf(close, from);
    if (to < 0) {
      throw new IllegalArgumentException("No " + close + " in: " + text);
    }
    at = to + 1;
    return text.substring(from, to);
  }
}
