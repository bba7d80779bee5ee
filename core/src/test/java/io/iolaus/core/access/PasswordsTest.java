package io.iolaus.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "eleven char",
        "aaaaaaaaaaaaaaaa",
        "121212121212",
        "Password1234",
        "marianne.smith",
        "marianne.smith1"
      })
  void refusesWhatIsShortOrTriedFirst(String password) {
    assertThatThrownBy(() -> Passwords.required("marianne.smith", password))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain lower words", "correct öäü 💡 staple", "    spaces    too"})
  void asksForNoKindsOfCharacters(String password) {
    assertThat(Passwords.required("ann", password)).isEqualTo(password);
  }

  @Test
  void countsCharactersAndNotTheirCode() {
    assertThatThrownBy(() -> Passwords.required("ann", "💡💢💣💤💥💦💧💨💩💪💫"))
        .hasMessageContaining("has 11");
    assertThatThrownBy(() -> Passwords.required("ann", "0123456789ab".repeat(22)))
        .hasMessageContaining("12..256");
  }

  @Test
  void isTheSameHoweverItWasComposed() {
    assertThat(Passwords.required("ann", "cafe\u0301 au lait"))
        .isEqualTo(Passwords.required("ann", "caf\u00e9 au lait"));
  }

  @Test
  void generatesWhatItWouldTake() {
    String made = Passwords.generated();
    assertThat(made).matches("([a-z2-7]{4}-){4}[a-z2-7]{4}").isNotEqualTo(Passwords.generated());
    assertThat(Passwords.required("ann", made)).isEqualTo(made);
  }
}
