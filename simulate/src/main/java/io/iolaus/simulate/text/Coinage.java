package io.iolaus.simulate.text;

import io.iolaus.simulate.random.RandomStream;
import java.util.Set;

/// Words that no list holds: names, identifiers, numbers, bits of code. They give free text the
/// long tail that real text has.
final class Coinage {

  private static final Set<String> RULES = Set.of("number", "name", "ident", "code");
  private static final String[] ONSETS = {
    "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "pr",
    "r", "s", "sh", "st", "t", "tr", "v", "w", "z"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "io", "ou"};
  private static final String[] CODAS = {"", "", "", "n", "r", "l", "s", "m", "nd", "rk", "x"};

  private Coinage() {}

  static boolean knows(String rule) {
    return RULES.contains(rule);
  }

  static String coined(String rule, RandomStream random) {
    StringBuilder out = new StringBuilder();
    write(rule, out, random);
    return out.toString();
  }

  static void write(String rule, StringBuilder out, RandomStream random) {
    switch (rule) {
      case "number" -> number(out, random);
      case "name" -> {
        int from = out.length();
        word(out, random, random.between(2, 3));
        out.setCharAt(from, Character.toUpperCase(out.charAt(from)));
      }
      case "ident" -> ident(out, random);
      case "code" -> code(out, random);
      default -> throw new IllegalArgumentException("No rule " + rule);
    }
  }

  static void word(StringBuilder out, RandomStream random, int syllables) {
    for (int i = 0; i < syllables; i++) {
      out.append(random.pickOf(ONSETS)).append(random.pickOf(VOWELS)).append(random.pickOf(CODAS));
    }
  }

  private static void number(StringBuilder out, RandomStream random) {
    int digits = random.between(1, 4);
    out.append(random.between(1, (int) StrictMath.pow(10, digits)));
    if (random.chance(0.2)) {
      out.append('.').append(random.between(1, 99));
    }
  }

  private static void ident(StringBuilder out, RandomStream random) {
    word(out, random, random.between(1, 2));
    out.append('_');
    word(out, random, random.between(1, 2));
  }

  private static void code(StringBuilder out, RandomStream random) {
    ident(out, random);
    out.append(" = ");
    ident(out, random);
    out.append('(');
    for (int i = random.between(1, 3); i > 0; i--) {
      ident(out, random);
      out.append(i > 1 ? ", " : "");
    }
    out.append(')');
  }
}
