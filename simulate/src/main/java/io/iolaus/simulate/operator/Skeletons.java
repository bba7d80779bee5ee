package io.iolaus.simulate.operator;

import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.text.Grammar;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The prompts of one operator: for each capability a few skeletons, each made of instruction lines
/// that were worded once, and slots that are filled anew for each work item.
final class Skeletons {

  private static final List<String> LANGUAGES = List.of("zh", "ru", "es", "hi");

  private final Weighted<Utterance> all;
  private final Utterance free;

  Skeletons(OperatorProfile profile, Texts texts, RandomStream random) {
    OperatorProfile.Prompting prompting = profile.prompting();
    Grammar grammar = texts.grammar();
    List<Utterance> drawn = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int c = 0; c < profile.capabilities().size(); c++) {
      String capability = profile.capabilities().get(c);
      for (int s = 0; s < prompting.skeletons(); s++) {
        RandomStream choices = random.child(capability).child(s);
        boolean english = !choices.chance(prompting.foreign());
        String language = english ? "en" : choices.pick(LANGUAGES);
        TextSource text =
            english
                ? skeleton(grammar, capability, prompting, choices)
                : texts.templateIn(language, "ask-" + capability, choices);
        TextSource system =
            choices.chance(0.4)
                ? TextSource.fixed(grammar.freeze("campaign-system", choices).text(choices))
                : null;
        drawn.add(new Utterance(text, system, capability, language));
        weights.add(1 / (c + 1.0) / (s + 1.0));
      }
    }
    this.all = Weighted.of(drawn, weights.stream().mapToDouble(Double::doubleValue).toArray());
    this.free = new Utterance(grammar.rule("message"), null, "chat", "en");
  }

  Utterance pick(RandomStream random) {
    return all.pick(random);
  }

  /// Everyday text, to look like somebody.
  Utterance cover() {
    return free;
  }

  List<Utterance> all() {
    return all.items();
  }

  private static TextSource skeleton(
      Grammar grammar,
      String capability,
      OperatorProfile.Prompting prompting,
      RandomStream choices) {
    List<List<TextSource>> wordings =
        IntStream.range(0, prompting.wordings())
            .mapToObj(w -> grammar.freezeAll("head-" + capability, choices))
            .toList();
    List<List<TextSource>> lines = new ArrayList<>();
    for (int line = 0; line < wordings.getFirst().size(); line++) {
      int at = line;
      lines.add(wordings.stream().map(wording -> wording.get(at)).toList());
    }
    choices.shuffle(lines);
    // Some lines fewer, and a mark of its own: what the program that reads the answers insists on.
    List<List<TextSource>> kept =
        new ArrayList<>(lines.subList(0, Math.max(3, lines.size() - choices.between(0, 1))));
    kept.add(List.of(grammar.freeze("campaign-tag", choices)));
    TextSource ask = grammar.freeze("ask-" + capability, choices);
    boolean shuffled = prompting.shuffled();
    List<List<TextSource>> heads = List.copyOf(kept);
    return (out, random) -> {
      List<List<TextSource>> order = heads;
      if (shuffled) {
        order = new ArrayList<>(heads);
        random.shuffle(order);
      }
      for (List<TextSource> line : order) {
        random.pick(line).append(out, random);
        out.append('\n');
      }
      ask.append(out, random);
    };
  }
}
