package io.iolaus.simulate.text;

import io.iolaus.simulate.random.RandomStream;
import java.util.List;

/// A piece of a phrase.
sealed interface Node {

  record Literal(String text) implements Node {}

  /// Drawn at each writing.
  record Slot(String rule) implements Node {}

  /// A rule drawn when the phrase is frozen.
  record Fixed(String rule) implements Node {}

  /// Alternatives drawn when the phrase is frozen.
  record Choice(List<Node> alternatives) implements Node {}

  record Sequence(List<Node> parts) implements Node {}

  default TextSource bound(Grammar grammar) {
    return (out, random) -> write(grammar, out, random);
  }

  default void write(Grammar grammar, StringBuilder out, RandomStream random) {
    switch (this) {
      case Literal(String text) -> out.append(text);
      case Slot(String rule) -> writeRule(rule, grammar, out, random);
      case Fixed(String rule) -> writeRule(rule, grammar, out, random);
      case Choice(List<Node> alternatives) -> random.pick(alternatives).write(grammar, out, random);
      case Sequence(List<Node> parts) -> {
        for (Node part : parts) {
          part.write(grammar, out, random);
        }
      }
    }
  }

  default Node frozen(Grammar grammar, RandomStream random) {
    return switch (this) {
      case Literal literal -> literal;
      case Slot slot -> slot;
      case Fixed(String rule) ->
          Coinage.knows(rule)
              ? new Literal(Coinage.coined(rule, random))
              : grammar.frozen(rule, random);
      case Choice(List<Node> alternatives) -> random.pick(alternatives).frozen(grammar, random);
      case Sequence(List<Node> parts) ->
          new Sequence(parts.stream().map(part -> part.frozen(grammar, random)).toList());
    };
  }

  /// Refuses references to rules that are not there.
  default void check(Grammar grammar) {
    switch (this) {
      case Literal _ -> {}
      case Slot(String rule) -> checkRule(rule, grammar);
      case Fixed(String rule) -> checkRule(rule, grammar);
      case Choice(List<Node> alternatives) -> alternatives.forEach(node -> node.check(grammar));
      case Sequence(List<Node> parts) -> parts.forEach(node -> node.check(grammar));
    }
  }

  private static void checkRule(String rule, Grammar grammar) {
    if (!Coinage.knows(rule)) {
      grammar.alternatives(rule);
    }
  }

  private static void writeRule(
      String rule, Grammar grammar, StringBuilder out, RandomStream random) {
    if (Coinage.knows(rule)) {
      Coinage.write(rule, out, random);
    } else {
      random.pick(grammar.alternatives(rule)).write(grammar, out, random);
    }
  }
}
