package io.iolaus.bench.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;

/// Prompts of a made-up population with known templates; the same for the same seed.
final class Population {

  private final Map<String, Language> languages = Language.all();
  private final Random random;
  private final int accounts;
  private final List<LabelledPrompt> prompts = new ArrayList<>();
  private final Map<String, List<String>> pool = new java.util.HashMap<>();
  private Paraphrase paraphrase = new Paraphrase(0);

  Population(long seed, int accounts) {
    random = new Random(seed);
    this.accounts = accounts;
  }

  /// From here on instructions are rewritten.
  Population paraphrased(int level) {
    paraphrase = new Paraphrase(level);
    return this;
  }

  /// From here on passages come from a pool of so many for each language.
  Population passagesFrom(int size) {
    for (Language language : languages.values()) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        texts.add(language.sentences(3, 30, random));
      }
      pool.put(language.code(), texts);
    }
    return this;
  }

  /// Between `least` and `most` fills of each template by accounts at random; templates are
  /// numbered from `first`.
  Population fills(int first, List<Template> templates, int least, int most) {
    for (int t = 0; t < templates.size(); t++) {
      int count = least + random.nextInt(most - least + 1);
      fill(first + t, templates.get(t), count, () -> random.nextInt(accounts));
    }
    return this;
  }

  Population fill(int number, Template template, int count, IntSupplier account) {
    Language language = language(template.language());
    for (int i = 0; i < count; i++) {
      String text =
          template.fill(
              slot -> filling(slot, language), s -> paraphrase.apply(s, language, random));
      prompts.add(
          new LabelledPrompt(number, account.getAsInt(), template.language(), text.strip()));
    }
    return this;
  }

  /// Prompts of no template: half in English, some with a pasted text.
  Population organic(int count) {
    List<Language> all = List.copyOf(languages.values());
    for (int i = 0; i < count; i++) {
      Language language = all.get(random.nextBoolean() ? 0 : random.nextInt(all.size()));
      String opening = random.nextInt(3) == 0 ? "" : language.phrase("organic", random) + " ";
      String rest =
          switch (random.nextInt(6)) {
            case 0 -> remarks(language);
            case 1 -> language.phrase("topic", random) + " " + language.phrase("when", random);
            case 2 ->
                "%s.%s(%s) -> %s".formatted(token(), token(), token(), language.remark(random));
            default -> language.remark(random);
          };
      prompts.add(
          new LabelledPrompt(-1, random.nextInt(accounts), language.code(), opening + rest));
    }
    return this;
  }

  private String remarks(Language language) {
    StringBuilder text = new StringBuilder();
    for (int i = 3 + random.nextInt(9); i > 0; i--) {
      text.append(language.remark(random)).append(i % 3 == 0 ? ".\n" : ". ");
    }
    return text.toString();
  }

  private String token() {
    return Long.toString(random.nextLong(1L << 30), Character.MAX_RADIX);
  }

  int accounts() {
    return accounts;
  }

  List<LabelledPrompt> prompts() {
    return prompts;
  }

  private String filling(String slot, Language language) {
    List<String> texts = pool.get(language.code());
    return texts != null && (slot.equals("passage") || slot.equals("long"))
        ? texts.get(random.nextInt(texts.size()))
        : Template.filling(slot, language, random);
  }

  private Language language(String code) {
    Language language = languages.get(code);
    if (language == null) {
      throw new IllegalArgumentException("no language " + code);
    }
    return language;
  }
}
