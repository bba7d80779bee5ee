package io.iolaus.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick way over plain texts finds the very words that the general way finds.
class PromptTokensTest {

  private static final int TEXTS = 20_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab1_.,:;'\u2019 -",
        "aZ09 _",
        "аБё1.,:_' «»",
        "漢字a1 。、_.",
        "éßžÆ×÷ªa.'1",
        "\u0000\t\n!\"#$%&()*+/<=>?@[]^`{|}~a1"
      })
  void agreesWithTheGeneralWay(String alphabet) {
    PromptTokens quick = new PromptTokens(new SipHash(1, 2));
    PromptTokens general = new PromptTokens(new SipHash(1, 2));
    Random random = new Random(alphabet.hashCode());
    for (int t = 0; t < TEXTS; t++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      agree(quick, general, text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {253, 254, 255, 256, 300, 511, 600})
  void agreesOnLongWords(int length) {
    PromptTokens quick = new PromptTokens(new SipHash(1, 2));
    PromptTokens general = new PromptTokens(new SipHash(1, 2));
    agree(quick, general, "one " + "x".repeat(length) + " two");
    agree(quick, general, "one " + "x".repeat(length) + ".y two");
    agree(quick, general, "1,".repeat(length));
    agree(quick, general, "_".repeat(length) + "a");
  }

  /// Every character that the quick way takes, between all that can stand beside it.
  @ParameterizedTest
  @ValueSource(strings = {"a%sb", "1%s2", "%s", "_%sa", "漢%s字", "я%s1"})
  void agreesOnEveryCharacter(String around) {
    PromptTokens quick = new PromptTokens(new SipHash(1, 2));
    PromptTokens general = new PromptTokens(new SipHash(1, 2));
    for (int c = 0; c < Character.MIN_SURROGATE; c++) {
      if (PlainWords.isPlain(new char[] {(char) c}, 1)) {
        agree(quick, general, around.formatted((char) c));
      }
    }
  }

  private static void agree(PromptTokens quick, PromptTokens general, String text) {
    quick.read(text);
    general.readWithLucene(text);
    assertThat(words(quick)).as("words of <%s>", text).isEqualTo(words(general));
  }

  private static List<String> words(PromptTokens tokens) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.word(i) + " " + tokens.width(i) + " " + tokens.isNumber(i));
    }
    return words;
  }
}
