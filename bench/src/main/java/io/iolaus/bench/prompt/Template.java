package io.iolaus.bench.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A prompt with slots in braces, such as `{passage}`, and the language of its instructions.
record Template(String language, String text) {

  private static final Pattern SLOT =
      Pattern.compile("\\{(word|number|name|topic|sentence|passage|long|huge|code|list)}");

  private static final Pattern BLOCKS = Pattern.compile("(?m)^=== ");

  private static final List<String> NOUNS =
      List.of(
          "row", "node", "price", "buffer", "token", "cell", "route", "stamp", "parent", "weight");
  private static final List<String> VERBS =
      List.of("load", "merge", "drop", "scan", "push", "trim", "sort", "emit", "patch", "lock");

  /// The templates of `templates.txt`: each begins with a line of `===` and its language.
  static List<Template> all() {
    List<Template> templates = new ArrayList<>();
    for (String block : BLOCKS.splitAsStream(Resources.read("templates.txt")).toList()) {
      int line = block.indexOf('\n');
      if (line > 0) {
        templates.add(
            new Template(block.substring(0, line).strip(), block.substring(line + 1).strip()));
      }
    }
    return List.copyOf(templates);
  }

  Template withText(String changed) {
    return new Template(language, changed);
  }

  /// The text with its slots filled, and what stands between them changed.
  String fill(UnaryOperator<String> slots, UnaryOperator<String> instructions) {
    Matcher slot = SLOT.matcher(text);
    StringBuilder filled = new StringBuilder();
    int from = 0;
    while (slot.find()) {
      filled.append(instructions.apply(text.substring(from, slot.start())));
      filled.append(slots.apply(slot.group(1)));
      from = slot.end();
    }
    return filled.append(instructions.apply(text.substring(from))).toString();
  }

  /// What fills a slot of this kind, in this language.
  static String filling(String kind, Language language, Random random) {
    return switch (kind) {
      case "number" -> Integer.toString(2 + random.nextInt(60));
      case "sentence" -> language.sentence(random);
      case "passage" -> language.sentences(2, 9, random);
      case "long" -> language.sentences(8, 40, random);
      case "huge" -> language.sentences(150, 400, random);
      case "code" -> code(random);
      case "list" -> list(language, random);
      default -> language.phrase(kind, random);
    };
  }

  private static String list(Language language, Random random) {
    StringBuilder list = new StringBuilder();
    for (int i = 3 + random.nextInt(9); i > 0; i--) {
      list.append("- ").append(1 + random.nextInt(900)).append(' ');
      list.append(language.phrase("what", random)).append('\n');
    }
    return list.toString();
  }

  private static String code(Random random) {
    StringBuilder code = new StringBuilder();
    for (int f = 1 + random.nextInt(4); f > 0; f--) {
      String a = NOUNS.get(random.nextInt(NOUNS.size()));
      String b = NOUNS.get(random.nextInt(NOUNS.size()));
      String verb = VERBS.get(random.nextInt(VERBS.size()));
      code.append("def ").append(verb).append('_').append(a).append('(').append(b).append("):\n");
      for (int l = 1 + random.nextInt(5); l > 0; l--) {
        String c = NOUNS.get(random.nextInt(NOUNS.size()));
        code.append("    ").append(c).append(" = self.").append(verb).append('(');
        code.append(b).append(", ").append(random.nextInt(99)).append(")\n");
      }
      code.append("    return ").append(a).append('\n');
    }
    return code.toString();
  }
}
