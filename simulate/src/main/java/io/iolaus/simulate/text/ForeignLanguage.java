package io.iolaus.simulate.text;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Text that looks like another language to a tokenizer: its letters, a vocabulary of its own with
/// Zipf's law, its spacing. It means nothing.
public final class ForeignLanguage {

  private static final int VOCABULARY = 2_500;
  private static final Map<String, String[]> SYLLABLES =
      Map.of(
          "es", "la de con rio mar es to ca do par ción que ni sol ta mien tra el va ñe".split(" "),
          "de",
              "ge ver schl ung acht stein ein lich heit tra über mo ken for bau sie zahl"
                  .split(" "),
          "fr", "le mon tre eau ser vi ci é ment ai par que ou ble tion ran sur né voi".split(" "),
          "pt", "ção do ma ra ti pos le nho sa vel dor em tra co fa lhe mui pre ser".split(" "),
          "ru", "по на ра сто вер ка ли мо де ние тель про за ко ва ем ный ход сви".split(" "),
          "tr", "lar ka ma bir yo de ğı şe tir mek ola çı dü ver sı lık ya ba gör".split(" "),
          "id", "me ber kan sa ri pa ter ng an di la ku tu mem ba ha si pe nya".split(" "),
          "hi", "का ना में ही की ता रा से या पर कर ले दी मा वि सा नी जो हो".split(" "));
  private static final Map<String, Character> IDEOGRAPHS =
      Map.of("zh", '\u4e00', "ja", '\u5f00', "ko", '\uac00');

  private final Weighted<String> words;
  private final boolean spaced;

  private ForeignLanguage(List<String> vocabulary, boolean spaced) {
    this.words = Weighted.zipf(vocabulary, 0.9);
    this.spaced = spaced;
  }

  /// The language with this ISO 639-1 code; its vocabulary does not depend on any seed.
  public static ForeignLanguage of(String language) {
    RandomStream random = RandomStream.of(1).child(language);
    List<String> vocabulary = new ArrayList<>();
    Character base = IDEOGRAPHS.get(language);
    String[] syllables = SYLLABLES.get(language);
    for (int i = 0; i < VOCABULARY; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = random.between(1, 3); n > 0; n--) {
        if (base != null) {
          word.append((char) (base + random.nextInt(1_500)));
        } else if (syllables != null) {
          word.append(random.pickOf(syllables));
        } else {
          throw new IllegalArgumentException("No language " + language);
        }
      }
      vocabulary.add(word.toString());
    }
    return new ForeignLanguage(vocabulary, base == null || "ko".equals(language));
  }

  /// Free text of one to three sentences.
  public TextSource free() {
    return (out, random) -> {
      for (int n = random.between(1, 3); n > 0; n--) {
        sentence(out, random, random.between(5, 16));
      }
    };
  }

  /// A template: two to four fixed sentences with a free one among them.
  public TextSource template(RandomStream choices) {
    List<TextSource> parts = new ArrayList<>();
    int sentences = choices.between(2, 4);
    int open = choices.nextInt(sentences + 1);
    for (int i = 0; i <= sentences; i++) {
      if (i == open) {
        parts.add((out, random) -> sentence(out, random, random.between(4, 14)));
      } else {
        StringBuilder fixed = new StringBuilder();
        sentence(fixed, choices, choices.between(6, 14));
        parts.add(TextSource.fixed(fixed.toString()));
      }
    }
    List<TextSource> sequence = List.copyOf(parts);
    return (out, random) -> sequence.forEach(part -> part.append(out, random));
  }

  private void sentence(StringBuilder out, RandomStream random, int length) {
    for (int i = 0; i < length; i++) {
      out.append(words.pick(random));
      if (i == length - 1) {
        out.append(spaced ? ". " : "。");
      } else if (spaced) {
        out.append(' ');
      }
    }
  }
}
