package io.iolaus.bench.prompt;

import io.iolaus.core.test.FamilyGroups;
import io.iolaus.core.test.PairScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Supplier;

/// How well prompt families match templates: pairwise precision, recall and F1, beside MinHash and
/// SimHash at their best thresholds.
///
/// Arguments: a seed (default 1); then, if wanted, a part of the names of the trials to run, and
/// `misses` to show what went wrong.
final class PromptAccuracy {

  private static final String SHORT_BOILERPLATE = "You are a helpful assistant.\n\n";
  private static final String LONG_BOILERPLATE =
      """
      You are Orla, the writing aid of a regional newspaper. Today is a working day. Be accurate, be \
      brief, and never invent quotations. If you are unsure, say so before you answer. Do not give \
      legal or medical advice. Decline requests that would identify a private person.

      """;
  private static final List<String> CLAUSES =
      List.of(
          "Keep it free of adverbs and do not use the first person.",
          "Afterwards, give your own opinion in one short paragraph.",
          "Mark anything that you had to guess with an asterisk at its end.",
          "Write for an audience of lawyers who have ten minutes.");

  private final long seed;
  private final String only;
  private final boolean misses;

  private PromptAccuracy(long seed, String only, boolean misses) {
    this.seed = seed;
    this.only = only;
    this.misses = misses;
  }

  public static void main(String[] args) {
    new PromptAccuracy(
            args.length > 0 ? Long.parseLong(args[0]) : 1,
            args.length > 1 ? args[1] : "",
            args.length > 2)
        .run();
  }

  private void run() {
    List<Template> all = Template.all();
    System.out.printf(Locale.ROOT, "%d templates, seed %d%n", all.size(), seed);
    for (int level = 0; level <= 4; level++) {
      int now = level;
      trial("level " + level, () -> of(300).paraphrased(now).fills(0, all, 10, 30).organic(3000));
    }
    trial("few fills, 2 to 5", () -> of(300).fills(0, all, 2, 5).organic(3000));
    trial("few fills, no organic", () -> of(300).fills(0, all, 4, 12));
    trial("40 shared passages", () -> of(300).passagesFrom(40).fills(0, all, 10, 30).organic(3000));
    trial("5 shared passages", () -> of(300).passagesFrom(5).fills(0, all, 10, 30).organic(3000));
    trial(
        "close derivatives",
        () ->
            of(300)
                .fills(0, all, 10, 30)
                .fills(all.size(), english(all, Where.END), 10, 30)
                .organic(3000));
    trial(
        "derivatives, first clause",
        () ->
            of(300)
                .fills(0, all, 10, 30)
                .fills(all.size(), english(all, Where.START), 10, 30)
                .organic(3000));
    trial(
        "short boilerplate on all",
        () -> of(300).fills(0, prefixed(all, SHORT_BOILERPLATE, 1), 10, 30).organic(3000));
    trial(
        "long boilerplate on all",
        () -> of(300).fills(0, prefixed(all, LONG_BOILERPLATE, 1), 10, 30).organic(3000));
    trial(
        "long boilerplate on a third",
        () -> of(300).fills(0, prefixed(all, LONG_BOILERPLATE, 3), 10, 30).organic(3000));
    trial("huge passages", () -> of(300).fills(0, huge(all), 5, 15).organic(1000));
    trial("two-word instructions", () -> of(300).fills(0, twoWords(), 20, 40).organic(3000));
    trial(
        "10,000 fills of one",
        () -> of(2000).fills(0, all, 5, 15).fills(all.size(), one(), 10_000, 10_000).organic(3000));
    trial("30 accounts", () -> of(30).fills(0, all, 5, 15).organic(300));
    trial("every fill its own account", this::ownAccounts);
    trial("one account for each template", this::oneAccountEach);
    for (String language : new TreeSet<>(all.stream().map(Template::language).toList())) {
      List<Template> some = all.stream().filter(t -> t.language().equals(language)).toList();
      trial("only " + language, () -> of(200).fills(0, some, 15, 30).organic(1000));
    }
  }

  private Population of(int accounts) {
    return new Population(seed, accounts);
  }

  private void trial(String name, Supplier<Population> made) {
    if (!name.contains(only)) {
      return;
    }
    Population population = made.get();
    List<LabelledPrompt> prompts = population.prompts();
    int[] groups = FamilyGroups.of(prompts, population.accounts());
    boolean many = prompts.size() > 8000;
    System.out.printf(
        Locale.ROOT,
        "%-30s %6d prompts: families %s | MinHash %s | SimHash %s%n",
        name,
        prompts.size(),
        PairScore.of(prompts, groups),
        many || misses ? "-" : Peers.minHash(prompts),
        many || misses ? "-" : Peers.simHash(prompts));
    if (misses) {
      Misses.print(prompts, groups);
    }
  }

  private Population ownAccounts() {
    int[] next = {0};
    List<Template> all = Template.all();
    Population population = of(6000);
    for (int t = 0; t < all.size(); t++) {
      population.fill(t, all.get(t), 20, () -> next[0]++);
    }
    return population.organic(1000);
  }

  private Population oneAccountEach() {
    List<Template> all = Template.all();
    Population population = of(300);
    for (int t = 0; t < all.size(); t++) {
      int account = t;
      population.fill(t, all.get(t), 20, () -> account);
    }
    return population.organic(1000);
  }

  private enum Where {
    START,
    END
  }

  private static List<Template> english(List<Template> all, Where where) {
    List<Template> changed = new ArrayList<>();
    for (Template template : all) {
      if (template.language().equals("en")) {
        String clause = CLAUSES.get(changed.size() % CLAUSES.size());
        changed.add(
            template.withText(
                where == Where.END
                    ? template.text() + "\n" + clause
                    : clause + "\n" + template.text()));
      }
    }
    return changed;
  }

  private static List<Template> prefixed(List<Template> all, String text, int every) {
    List<Template> changed = new ArrayList<>(all);
    for (int t = 0; t < changed.size(); t += every) {
      changed.set(t, changed.get(t).withText(text + changed.get(t).text()));
    }
    return changed;
  }

  private static List<Template> huge(List<Template> all) {
    return all.stream()
        .filter(t -> t.text().contains("{passage}") || t.text().contains("{long}"))
        .map(t -> t.withText(t.text().replaceFirst("\\{(passage|long)}", "{huge}")))
        .toList();
  }

  private static List<Template> one() {
    return List.of(
        new Template(
            "en",
            "Mark the exam answer below out of ten and give the reason in one line.\n{passage}"));
  }

  private static List<Template> twoWords() {
    List<Template> templates = new ArrayList<>();
    for (String text :
        List.of(
            "Summarize this: {passage}",
            "Translate: {passage}",
            "Fix grammar. {passage}",
            "{passage} Explain why.",
            "Continue: {long}",
            "Keywords please: {passage}",
            "{long}\nTitle?",
            "Shorten this {passage}")) {
      templates.add(new Template("en", text));
    }
    return templates;
  }
}
