package io.iolaus.bench.prompt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Rewrites instructions more or less: level 0 leaves them as they are, 1 changes typography and
/// about one word in forty, 2 one in twelve, 3 one in five and the order of sentences, 4 half of
/// all words. A changed word is left out, said twice in other words, or replaced; in scripts
/// without spaces the same is done to characters.
record Paraphrase(int level) {

  private static final double[] EDITS = {0, 0.025, 0.08, 0.2, 0.5};
  private static final String[] FILLERS =
      "kindly simply carefully also now really thoroughly first overall then just together"
          .split(" ");

  String apply(String instructions, Language language, Random random) {
    if (level == 0 || instructions.isBlank()) {
      return instructions;
    }
    String text = level >= 3 ? reordered(instructions, random) : instructions;
    boolean spaced = text.strip().indexOf(' ') > 0 && !language.code().equals("th");
    StringBuilder out = new StringBuilder();
    for (String unit : text.splitWithDelimiters(spaced ? "\\s+" : "", 0)) {
      out.append(unit.isBlank() ? unit : edited(unit, spaced, language, random));
    }
    return random.nextInt(3) == 0
        ? out.toString().toUpperCase(java.util.Locale.ROOT)
        : random.nextBoolean()
            ? out.toString().replace(". ", ".\n").replace("\n\n", "\n")
            : out.toString();
  }

  private String edited(String unit, boolean spaced, Language language, Random random) {
    if (random.nextDouble() >= EDITS[level]) {
      return unit;
    }
    String filler =
        language.code().equals("en")
            ? FILLERS[random.nextInt(FILLERS.length)]
            : language.phrase("topic", random);
    return switch (random.nextInt(3)) {
      case 0 -> "";
      case 1 -> spaced ? unit + " " + filler : unit + unit;
      default -> spaced ? filler : filler.substring(0, 1);
    };
  }

  private static String reordered(String text, Random random) {
    List<String> sentences = new ArrayList<>(List.of(text.split("(?<=[.。!?]\\s)")));
    if (sentences.size() > 1) {
      int at = random.nextInt(sentences.size() - 1);
      Collections.swap(sentences, at, at + 1);
    }
    return String.join("", sentences);
  }
}
