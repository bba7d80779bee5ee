package io.iolaus.core.prompt;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Made-up English: sentences of a small grammar over a few hundred words, drawn by Zipf's law, so
/// that short turns of phrase recur as they do in real texts.
final class Prose {

  private static final List<String> NOUNS =
      words(
          """
          market system river teacher engine village contract signal garden captain theory budget harbour patient
          archive committee bridge recipe satellite protein courtroom library winter merchant algorithm orchard
          railway museum glacier editor factory molecule treaty witness compiler election vessel database island
          survey magnet journal pension turbine border lecture forest cable vaccine parliament quarry spectrum
          auction fossil lighthouse tenant orchestra reservoir ledger comet apprentice warehouse sculpture
          tribunal hypothesis mosaic canal beekeeper thermostat manuscript neighbour currency expedition enzyme
          balcony strike telescope harvest passport generator statue insurer workshop monsoon verdict mineral
          pilot curriculum aquifer broker festival laboratory ferry antenna novel subsidy crystal referee
          plumber dialect meadow sensor chapel ration network tariff violin ecosystem furnace mayor lattice
          """);

  private static final List<String> VERBS =
      words(
          """
          describes delays supports replaces measures questions absorbs surrounds finances predicts ignores
          protects divides resembles threatens repairs attracts confirms weakens follows borrows restores
          inherits rejects balances reveals accompanies disturbs outlives imitates regulates collects betrays
          filters amplifies postpones abandons reshapes undermines celebrates translates exceeds interrupts
          governs simplifies corrects revives conceals illustrates summarises
          """);

  private static final List<String> ADJECTIVES =
      words(
          """
          old quiet northern expensive fragile modern hidden reliable sudden public narrow generous ancient
          complex local empty dense official unusual gentle remote stubborn bright annual crowded careful
          shallow foreign temporary rusty wooden distant famous humid bitter elaborate neutral seasonal
          obsolete portable uneven vivid wealthy parallel tidy hostile luminous modest rural synthetic
          """);

  private static final List<String> LINKS =
      words("because although while whenever unless before after since until wherever");

  private static final List<String> PLACES =
      List.of(
          "in the north",
          "near the coast",
          "during the winter",
          "at the end of the year",
          "for the first time",
          "in many cases",
          "on the other hand",
          "as a result",
          "without any warning",
          "under these conditions",
          "in the long run",
          "according to the report");

  private final Random random;

  Prose(Random random) {
    this.random = random;
  }

  /// A text of about so many words.
  String words(int least, int most) {
    int goal = least + random.nextInt(most - least + 1);
    StringBuilder text = new StringBuilder();
    int count = 0;
    while (count < goal) {
      String sentence = sentence();
      count += sentence.split(" ").length;
      text.append(text.isEmpty() ? "" : random.nextInt(9) == 0 ? "\n" : " ").append(sentence);
    }
    return text.toString();
  }

  String sentence() {
    String clause = clause();
    String sentence =
        switch (random.nextInt(6)) {
          case 0 -> clause + " " + pick(LINKS) + " " + clause();
          case 1 -> pick(PLACES) + ", " + clause;
          case 2 -> clause + " " + pick(PLACES);
          case 3 -> clause + ", and " + clause();
          case 4 -> clause + " " + (2 + random.nextInt(900)) + " times";
          default -> clause;
        };
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }

  String noun() {
    return pick(NOUNS);
  }

  String adjective() {
    return pick(ADJECTIVES);
  }

  private String clause() {
    return phrase() + " " + pick(VERBS) + " " + phrase();
  }

  private String phrase() {
    String article = random.nextInt(3) == 0 ? "a" : random.nextInt(5) == 0 ? "every" : "the";
    String phrase = article + " " + (random.nextInt(2) == 0 ? adjective() + " " : "") + noun();
    return random.nextInt(4) == 0 ? phrase + " of the " + noun() : phrase;
  }

  private String pick(List<String> list) {
    // Zipf-like: the logarithm of the place is even.
    int place = (int) Math.floor(Math.pow(list.size() + 1, random.nextDouble())) - 1;
    return list.get(place);
  }

  /// What fills a slot of this kind.
  String slot(String kind) {
    Supplier<String> filling =
        switch (kind) {
          case "topic" -> () -> adjective() + " " + noun() + "s";
          case "language" ->
              () ->
                  List.of("Python", "Java", "Rust", "Go", "French", "German", "Spanish", "Japanese")
                      .get(random.nextInt(8));
          case "name" ->
              () ->
                  List.of("Mira", "Jonas", "Anna", "Peter", "Chloe", "Omar").get(random.nextInt(6))
                      + " "
                      + List.of("Holt", "Beck", "Sato", "Farid", "Vogel").get(random.nextInt(5));
          case "num" -> () -> Integer.toString(2 + random.nextInt(40));
          case "word" -> this::noun;
          case "sentence" -> this::sentence;
          case "passage" -> () -> words(30, 120);
          case "long" -> () -> words(100, 200);
          case "code" ->
              () ->
                  "def %s(%s):\n  %s = %s\n  return %s\n# %s"
                      .formatted(noun(), noun(), noun(), noun(), noun(), sentence());
          default -> throw new IllegalArgumentException("no such slot: " + kind);
        };
    return filling.get();
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
