package io.iolaus.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.secret.SiteSecret;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptSketcherTest {

  private final PromptSketcher sketcher = new PromptSketcher(secret(1));

  @Test
  void sketchesTheSameTextTheSameOnEveryInstance() {
    String text = new Prose(new Random(1)).words(200, 300);
    assertThat(new PromptSketcher(secret(1)).sketch(text)).isEqualTo(sketcher.sketch(text));
    assertThat(sketcher.sketch(new StringBuilder(text))).isEqualTo(sketcher.sketch(text));
  }

  @ParameterizedTest
  @CsvSource({
    "'Read this, please.', 'read THIS please'",
    "'ｆｕｌｌ ｗｉｄｔｈ ｔｅｘｔ', 'full width text'",
    "'Un café noir', 'un cafe\u0301 noir'",
    "'one\n\ntwo\tthree', 'one two three'"
  })
  void overlooksCaseWidthCompositionSpaceAndPunctuation(String a, String b) {
    assertThat(sketcher.sketch(a)).isEqualTo(sketcher.sketch(b));
  }

  @Test
  void tellsTextsApartThatDifferInOneNumber() {
    PromptSketch five = sketcher.sketch("Write 5 short poems about the sea at night");
    PromptSketch nine = sketcher.sketch("Write 9 short poems about the sea at night");
    assertThat(five.key()).isNotEqualTo(nine.key());
    assertThat(five.shingles()).isEqualTo(nine.shingles());
  }

  @Test
  void hasNothingInCommonUnderAnotherSecret() {
    String text = new Prose(new Random(2)).words(100, 150);
    PromptSketch other = new PromptSketcher(secret(2)).sketch(text);
    assertThat(other.key()).isNotEqualTo(sketcher.sketch(text).key());
    assertThat(hashes(other)).doesNotContainAnyElementsOf(hashes(sketcher.sketch(text)));
  }

  @Test
  void keepsTheInstructionsAroundALongPassage() {
    Prose prose = new Prose(new Random(3));
    String head = "Read the passage and write three exam questions that test understanding. ";
    String tail = " Give the reference answer to each question in one line.";
    Set<Long> first = hashes(sketcher.sketch(head + prose.words(900, 1000) + tail));
    first.retainAll(hashes(sketcher.sketch(head + prose.words(200, 300) + tail)));
    assertThat(first).hasSizeGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "请阅读下面的文章然后提出三个问题并给出参考答案",
        "次の文章を読んで三つの質問を書いてください",
        "กรุณาอ่านบทความต่อไปนี้แล้วตั้งคำถามสามข้อ",
        "다음 글을 읽고 질문 세 개를 작성하세요"
      })
  void findsTheInstructionInLanguagesWithoutSpacesToo(String instruction) {
    PromptSketch alone = sketcher.sketch(instruction);
    Set<Long> filled = hashes(sketcher.sketch(instruction + " 1984 alpha beta gamma"));
    filled.retainAll(hashes(alone));
    assertThat(filled).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "…", "\uD800", "\u0000"})
  void sketchesTextsWithoutAWord(String text) {
    assertThat(sketcher.sketch(text).shingles()).isEmpty();
  }

  @Test
  void tellsTextsWithoutAWordApart() {
    assertThat(sketcher.sketch("???").key()).isNotEqualTo(sketcher.sketch("!!!").key());
  }

  @Test
  void sketchesOneWord() {
    assertThat(sketcher.sketch("Hello").shingles()).hasSize(1);
  }

  @Test
  void holdsAtMostItsNumberOfShinglesOfALargeText() {
    String text = new Prose(new Random(4)).words(100_000, 100_001);
    assertThat(sketcher.sketch(text).shingles()).hasSize(PromptSketch.MAX_SHINGLES);
    // The large buffers are gone, and the next text is sketched as ever.
    assertThat(sketcher.sketch("Hello")).isEqualTo(new PromptSketcher(secret(1)).sketch("Hello"));
  }

  static SiteSecret secret(int seed) {
    byte[] key = new byte[SiteSecret.KEY_BYTES];
    new Random(seed).nextBytes(key);
    return SiteSecret.of(key);
  }

  private static Set<Long> hashes(PromptSketch sketch) {
    return Arrays.stream(sketch.shingles()).map(Shingles::hash).boxed().collect(Collectors.toSet());
  }
}
