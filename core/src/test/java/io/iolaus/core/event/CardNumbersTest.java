package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers are the test numbers that payment processors publish; no such card exists.
class CardNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        " 4111  11111111-1111 ",
        "4222222222222",
        "4000000000000000006",
        "5555555555554444",
        "2223003122003222",
        "2200000000000053",
        "378282246310005",
        "3782 822463 10005",
        "30569309025904",
        "38520000023237",
        "3530111333300000",
        "6011111111111117",
        "6200000000000005",
        "6759649826438453",
        "5018000000000009"
      })
  void seesACardNumber(String text) {
    assertThat(CardNumbers.is(text)).isTrue();
    assertThat(CardNumbers.in(text) || text.startsWith(" ")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "4111111111111112", "411111111111", "41111111111111111110", "0000000000000000",
        "1111111111111117", "7111111111111119", "9111111111111117", "4111.1111.1111.1111",
            "4111_1111_1111_1111",
        "356938035643809", "x4111111111111111", "acc-4111111111111111", "٤111111111111111",
            "2026-04-22T10:00:00Z"
      })
  void leavesOtherStringsAlone(String text) {
    assertThat(CardNumbers.is(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paid with 4111 1111 1111 1111.", "card:4111111111111111", "(378282246310005)",
        "2026-04-21 4111 1111 1111 1111 123", "card=5555-5555-5555-4444;x",
            "4111111111111111\nvoided",
        "https://pay.example/4111111111111111?x"
      })
  void findsOneInAText(String text) {
    assertThat(CardNumbers.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acc-4111111111111111",
        "tok_4111111111111111",
        "4111111111111111-acc",
        "a4111111111111111",
        "4111111111111111a",
        "0.4111111111111111",
        "+4111111111111111",
        "41111111111111111111",
        "paid with 4111 1111 1111 1112",
        "550e8400-e29b-41d4-a716-446655440000",
        "00000000-0000-4000-8000-000000000000",
        "d41d8cd98f00b204e9800998ecf8427e",
        "4111  1111  1111  1111"
      })
  void leavesIdsAlone(String text) {
    assertThat(CardNumbers.in(text)).isFalse();
  }
}
