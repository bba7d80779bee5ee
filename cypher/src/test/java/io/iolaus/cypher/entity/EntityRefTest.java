package io.iolaus.cypher.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityRefTest {

  @ParameterizedTest
  @CsvSource({
    "ip:203.0.113.7, IP, 203.0.113.7",
    "203.0.113.7, IP, 203.0.113.7",
    "203.0.113.0/24, NETWORK, 203.0.113.0/24",
    "2001:db8::/48, NETWORK, 2001:db8::/48",
    "payment:-:pi_7Qx, PAYMENT, -:pi_7Qx",
    "identifier:device:d-91f, IDENTIFIER, device:d-91f",
    "prompt-family:pf-1, PROMPT_FAMILY, pf-1"
  })
  void readsTypeAndIdAsPeopleWriteThem(String text, EntityType type, String id) {
    assertThat(EntityRef.parse(text)).isEqualTo(new EntityRef(type, id));
  }

  @Test
  void printsWhatItReads() {
    assertThat(EntityRef.parse("identifier:device:d-91f")).hasToString("identifier:device:d-91f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "ip:", ":x", "person:x"})
  void saysHowAnEntityIsWritten(String text) {
    assertThatThrownBy(() -> EntityRef.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ip:203.0.113.7");
  }
}
