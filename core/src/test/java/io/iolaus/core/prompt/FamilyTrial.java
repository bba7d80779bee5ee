package io.iolaus.core.prompt;

import io.iolaus.core.test.FamilyGroups;
import io.iolaus.core.test.PairScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A population of prompts with known templates, and what the family search makes of it.
record FamilyTrial(String name, int accounts, List<LabelledPrompt> prompts) {

  private static final List<String> OPENINGS =
      List.of(
          "Can you explain",
          "How do I",
          "Please help me with",
          "What is the difference between",
          "I have a question about",
          "Why does",
          "Write an email about",
          "Fix this:",
          "Summarize:",
          "Could you tell me",
          "What are some ideas for",
          "I am trying to understand",
          "Is it true that",
          "Explain like I am five",
          "Give me a list of",
          "What would happen if",
          "Who was",
          "Show me an example of",
          "Here is my text:",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "");

  /// @param fills how many fills a template has on average
  /// @param passages how many passages there are for slots of pasted text; 0: each is new
  static FamilyTrial of(
      String name, List<Template> templates, int fills, int organic, int passages) {
    Random random = new Random(name.hashCode());
    Prose prose = new Prose(random);
    int accounts = 300;
    List<String> pool = new ArrayList<>();
    for (int i = 0; i < passages; i++) {
      pool.add(prose.words(30, 120));
    }
    List<LabelledPrompt> prompts = new ArrayList<>();
    for (int t = 0; t < templates.size(); t++) {
      int count = fills / 2 + random.nextInt(fills + 1);
      for (int i = 0; i < count; i++) {
        String text =
            templates
                .get(t)
                .fill(slot ->
                    !pool.isEmpty() && slot.equals("passage")
                        ? pool.get(random.nextInt(pool.size()))
                        : prose.slot(slot));
        prompts.add(new LabelledPrompt(t, random.nextInt(accounts), text));
      }
    }
    for (int i = 0; i < organic; i++) {
      String text =
          OPENINGS.get(random.nextInt(OPENINGS.size()))
              + " "
              + prose.words(4, random.nextInt(4) == 0 ? 120 : 40);
      prompts.add(new LabelledPrompt(-1, random.nextInt(accounts), text));
    }
    return new FamilyTrial(name, accounts, prompts);
  }

  /// The score of the family search; prints it beside that of MinHash at its best of several
  /// thresholds.
  PairScore run() {
    PairScore score = PairScore.of(prompts, FamilyGroups.of(prompts, accounts));
    System.out.printf(
        Locale.ROOT, "%-28s %5d prompts: %s; MinHash %s%n", name, prompts.size(), score, minHash());
    return score;
  }

  private String minHash() {
    String best = "";
    double bestF1 = -1;
    for (double threshold : new double[] {0.8, 0.5, 0.3, 0.15}) {
      PairScore score = PairScore.of(prompts, MinHashGroups.of(prompts, threshold));
      if (score.f1() > bestF1) {
        bestF1 = score.f1();
        best = "at " + threshold + ": " + score;
      }
    }
    return best;
  }
}
