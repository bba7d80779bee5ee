package io.iolaus.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTextTest {

  @Test
  void comesBackFromItsText() {
    TokenText made = TokenText.generated();
    assertThat(made.text()).startsWith("iol_" + made.id() + "_").hasSize(80);
    assertThat(TokenText.parse(made.text())).hasValue(made);
    assertThat(made.toString()).doesNotContain(made.secret());
  }

  @Test
  void oneWrongCharacterIsNoticed() {
    String text = TokenText.generated().text();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'a' ? 'b' : 'a';
      assertThat(TokenText.parse(text.substring(0, i) + other + text.substring(i + 1))).isEmpty();
    }
    for (String bad : List.of("", "iol_", text.substring(1), text + "a", text + "\n")) {
      assertThat(TokenText.parse(bad)).isEmpty();
    }
  }

  @Test
  void recoveryCodesAreKnownHoweverTheyAreTyped() {
    List<String> codes = RecoveryCodes.generated();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(c -> c.length() == 19);
    String typed = " " + codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace('-', ' ');
    assertThat(RecoveryCodes.normalized(typed)).isEqualTo(codes.getFirst());
  }
}
