package io.iolaus.simulate.population;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.text.ForeignLanguage;
import io.iolaus.simulate.text.Grammar;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.Country;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What people and programs type: free text, a few hundred public templates by Zipf's law, prompts
/// of their own products.
public final class Texts {

  private static final List<String> CAPABILITIES =
      List.of(
          "chat",
          "software-engineering",
          "writing",
          "translation",
          "summarisation",
          "tutoring",
          "data-analysis",
          "extraction",
          "agentic-coding",
          "tool-use",
          "reasoning-traces",
          "rubric-grading",
          "safe-rewrites",
          "computer-use",
          "long-form");

  /// Capabilities that campaigns are after; others use them too.
  public static final List<String> WANTED =
      List.of(
          "agentic-coding",
          "tool-use",
          "reasoning-traces",
          "rubric-grading",
          "safe-rewrites",
          "data-analysis",
          "computer-use",
          "long-form");

  private final Grammar grammar =
      new Grammar(
          "words.grammar",
          "free.grammar",
          "templates.grammar",
          "campaign.grammar",
          "brief.grammar");
  private final Map<String, ForeignLanguage> languages;
  private final Weighted<String> capabilities = Weighted.zipf(CAPABILITIES, 0.9);
  private final Weighted<Utterance> templates;

  public Texts(RandomStream random, int publicTemplates) {
    this.languages =
        Country.ALL.stream()
            .map(Country::language)
            .filter(language -> !"en".equals(language))
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(), ForeignLanguage::of, (a, b) -> a, TreeMap::new));
    List<Utterance> drawn = new ArrayList<>();
    List<String> foreign = List.copyOf(languages.keySet());
    for (int i = 0; i < publicTemplates; i++) {
      RandomStream choices = random.child(i);
      boolean english = choices.chance(0.8);
      String language = english ? "en" : choices.pick(foreign);
      TextSource text = templateIn(language, "public", choices);
      drawn.add(new Utterance(text, null, capabilities.pick(choices), language));
    }
    this.templates = Weighted.zipf(drawn, 1.1);
  }

  public Grammar grammar() {
    return grammar;
  }

  /// Text nobody else writes.
  public Utterance free(RandomStream random, String language) {
    ForeignLanguage foreign = languages.get(language);
    TextSource text = foreign == null ? grammar.rule("message") : foreign.free();
    return new Utterance(text, null, random.chance(0.6) ? "chat" : capability(random), language);
  }

  /// A template that goes round.
  public Utterance template(RandomStream random) {
    return templates.pick(random);
  }

  /// What one program sends: its own system prompt, its own wrapping of each item.
  public Utterance product(RandomStream random) {
    TextSource system = TextSource.fixed(grammar.freeze("product", random).text(random));
    return new Utterance(grammar.freeze("job", random), system, capability(random), "en");
  }

  /// A brief for this capability: what somebody set up once, with slots for the work.
  public Utterance brief(String capability, RandomStream choices) {
    TextSource text = grammar.freeze("brief-" + capability, choices);
    return new Utterance(text, null, capability, "en");
  }

  /// The same worded anew each time, as by somebody who types it.
  public Utterance typedBrief(String capability) {
    return new Utterance(grammar.rule("brief-" + capability), null, capability, "en");
  }

  /// Instruction lines worded once, perhaps a mark of the program that reads the answers or a
  /// system prompt, and an open end.
  public Utterance skeleton(String capability, RandomStream choices) {
    List<TextSource> lines = new ArrayList<>(grammar.freezeAll("head-" + capability, choices));
    choices.shuffle(lines);
    List<TextSource> parts = new ArrayList<>(lines.subList(0, Math.max(3, lines.size() - 1)));
    if (choices.chance(0.5)) {
      parts.add(grammar.freeze("campaign-tag", choices));
    }
    parts.add(grammar.freeze("ask-" + capability, choices));
    TextSource system =
        choices.chance(0.4)
            ? TextSource.fixed(grammar.freeze("campaign-system", choices).text(choices))
            : null;
    return new Utterance(TextSource.lines(parts), system, capability, "en");
  }

  /// What an innocent program is set up with for such work.
  public Utterance setUp(RandomStream choices) {
    String capability = choices.pick(WANTED);
    return choices.chance(0.5) ? brief(capability, choices) : skeleton(capability, choices);
  }

  /// The public agent framework: the system prompt is the same for all who use it.
  public Utterance framework(String turn) {
    return new Utterance(grammar.rule(turn), grammar.rule("framework-system"), "tool-use", "en");
  }

  /// A template of the rule in English, or one without meaning in another language.
  public TextSource templateIn(String language, String rule, RandomStream choices) {
    ForeignLanguage foreign = languages.get(language);
    return foreign == null ? grammar.freeze(rule, choices) : foreign.template(choices);
  }

  public String capability(RandomStream random) {
    return capabilities.pick(random);
  }
}
