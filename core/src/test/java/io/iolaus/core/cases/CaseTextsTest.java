package io.iolaus.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseTextsTest {

  @Test
  void titlesAreOneLineThatReadsAsItIs() {
    assertThat(CaseTexts.title("  Ring of 14, Köln ")).isEqualTo("Ring of 14, Köln");
    for (String bad : List.of("", " ", "a\nb", "a\u0000", "a\u202Eb", "a\ud800", "x".repeat(201))) {
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> CaseTexts.title(bad));
    }
  }

  @Test
  void tagsAreEachOnceAndInOrder() {
    assertThat(CaseTexts.tags(List.of("q3", "cards", "q3"))).containsExactly("cards", "q3");
    for (String bad : List.of("", "Q3", "a b", "-a", "ä", "x".repeat(41))) {
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> CaseTexts.tags(List.of(bad)));
    }
    List<String> many = IntStream.range(0, 21).mapToObj(n -> "t" + n).toList();
    assertThatIllegalArgumentException().isThrownBy(() -> CaseTexts.tags(many));
    assertThat(CaseTexts.tags(Collections.nCopies(30, "t"))).containsExactly("t");
  }

  @Test
  void commentsKeepWhatWasWritten() {
    String text = " # Seen\r\n\n\t<b>x</b> \ud83d\ude00 ";
    assertThat(CaseTexts.comment(text)).isEqualTo(text);
    for (String bad : List.of("", " \n", "a\u0000b", "a\u001bb", "\udc00", "x".repeat(20_001))) {
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> CaseTexts.comment(bad));
    }
  }
}
