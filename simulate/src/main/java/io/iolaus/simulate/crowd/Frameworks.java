package io.iolaus.simulate.crowd;

import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.text.Grammar;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.Utterance;
import java.util.Locale;

/// Public agent frameworks. Each has a name, a TLS stack and a system prompt that are the same for
/// all who use it.
public final class Frameworks {

  /// One of them.
  public record Framework(String client, String tls, Utterance turn) {}

  private final Texts texts;
  private final RandomStream random;
  private final int known;

  /// So many that people know of.
  public Frameworks(Texts texts, RandomStream random, int known) {
    this.texts = texts;
    this.random = random;
    this.known = known;
  }

  public Framework get(int index) {
    RandomStream draws = random.child(index);
    Grammar grammar = texts.grammar();
    String name = grammar.rule("name").text(draws).toLowerCase(Locale.ROOT);
    TextSource system = TextSource.fixed(grammar.freeze("public-framework", draws).text(draws));
    TextSource turn = grammar.freeze("public-framework-turn", draws);
    String tls = "t13d17" + draws.between(11, 19) + "h1_" + Integer.toHexString(draws.nextInt());
    String client = name + "/0." + draws.between(1, 30);
    return new Framework(client, tls, new Utterance(turn, system, "tool-use", "en"));
  }

  /// One that somebody comes across.
  public Framework any(RandomStream choices) {
    return get(choices.nextInt(known));
  }
}
