package io.iolaus.simulate.campaign;

import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.HidingFacet;
import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.text.Grammar;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What an operator's accounts send: the same texts, filled slots, shuffled and reworded lines, 200
/// paraphrases, each prompt worded anew and some of them translated.
final class PromptLadder {

  private static final List<String> LANGUAGES = List.of("zh", "ru", "es", "hi", "de", "id");
  private static final int VARIANTS = 200;
  private static final int WORDINGS = 5;
  private static final double TRANSLATED = 0.3;
  private static final int ACCOUNTS_PER_SKELETON = 8;

  private final Plan plan;
  private final Texts texts;
  private final RandomStream random;
  private final int rung;
  private final boolean pooled;
  private final List<Utterance> bank = new ArrayList<>();

  PromptLadder(Plan plan, Texts texts, RandomStream random) {
    this.plan = plan;
    this.texts = texts;
    this.random = random;
    this.pooled = plan.attack() == Attack.ROTATING && !plan.evasion().names(HidingFacet.PROMPT);
    this.rung =
        pooled ? Math.clamp(plan.rung(HidingFacet.PROMPT), 1, 2) : plan.rung(HidingFacet.PROMPT);
    int skeletons = random.between(1, 3);
    int size =
        switch (rung) {
          case 0 -> random.between(20, 60);
          case 1, 2 ->
              pooled
                  ? 15 + plan.accounts() / ACCOUNTS_PER_SKELETON
                  : plan.attack() == Attack.TARGETED
                      ? random.between(1, 2)
                      : skeletons * plan.capabilities().size();
          case 3 -> VARIANTS;
          default -> 0;
        };
    for (int i = 0; i < size; i++) {
      bank.add(entry(i, random.child("bank").child(i)));
    }
  }

  /// A prompt for the account of this number.
  Utterance pick(int account, RandomStream item) {
    if (rung == 4) {
      return free(account, item);
    }
    if (pooled) {
      RandomStream own = random.child("own").child(account).child(item.nextInt(3));
      return own.pick(bank);
    }
    // The first ones more often than the last.
    int place = Math.min(item.nextInt(bank.size()), item.nextInt(bank.size()));
    return bank.get(place);
  }

  /// Prompts that its organization's own people would try.
  List<Utterance> samples() {
    RandomStream draws = random.child("samples");
    return IntStream.range(0, 6).mapToObj(n -> pick(n, draws)).toList();
  }

  private Utterance entry(int index, RandomStream choices) {
    String capability = plan.capabilities().get(index % plan.capabilities().size());
    return switch (rung) {
      case 0 -> {
        RandomStream shared = random.child("verbatim").child(capability);
        Utterance skeleton = texts.skeleton(capability, shared);
        yield new Utterance(
            TextSource.fixed(skeleton.text().text(choices)), skeleton.system(), capability, "en");
      }
      case 1 -> texts.skeleton(capability, choices);
      case 2 -> reworded(capability, choices);
      default -> texts.brief(capability, choices);
    };
  }

  /// The lines of a skeleton in any order, one of them missing at times, each in one of several
  /// wordings.
  private Utterance reworded(String capability, RandomStream choices) {
    Grammar grammar = texts.grammar();
    List<List<TextSource>> wordings =
        IntStream.range(0, WORDINGS)
            .mapToObj(n -> grammar.freezeAll("head-" + capability, choices))
            .toList();
    List<TextSource> asks =
        IntStream.range(0, WORDINGS)
            .mapToObj(n -> grammar.freeze("ask-" + capability, choices))
            .toList();
    int count = wordings.getFirst().size();
    TextSource text =
        (out, draws) -> {
          List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
          draws.shuffle(order);
          for (int line : order.subList(0, draws.chance(0.4) ? count - 1 : count)) {
            draws.pick(wordings).get(line).append(out, draws);
            out.append('\n');
          }
          draws.pick(asks).append(out, draws);
        };
    return new Utterance(text, null, capability, "en");
  }

  private Utterance free(int account, RandomStream item) {
    String capability = item.pick(plan.capabilities());
    if (item.chance(TRANSLATED)) {
      // One language for each account, as anybody has.
      String language = random.child("language").child(account).pick(LANGUAGES);
      Utterance foreign = texts.free(item, language);
      return new Utterance(foreign.text(), null, capability, language);
    }
    return texts.typedBrief(capability);
  }
}
