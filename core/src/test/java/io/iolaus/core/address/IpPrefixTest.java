package io.iolaus.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpPrefixTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.0/24",
    "0.0.0.0/0, 0.0.0.0/0",
    "203.0.113.7/32, 203.0.113.7/32",
    "::/0, ::/0",
    "2001:DB8:0::/48, 2001:db8::/48",
    "::ffff:203.0.113.0/120, 203.0.113.0/24",
  })
  void readsAndWritesTheCanonicalForm(String text, String canonical) {
    IpPrefix prefix = IpPrefix.parse(text).orElseThrow();
    assertThat(prefix).hasToString(canonical);
    assertThat(prefix.hasHostBits()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7/24", "0.0.0.1/0", "2001:db8::1/64", "128.0.0.0/0"})
  void seesHostBits(String text) {
    assertThat(IpPrefix.parse(text).orElseThrow().hasHostBits()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.0",
        "203.0.113.0/",
        "/24",
        "203.0.113.0/33",
        "::/129",
        "203.0.113.0/024",
        "203.0.113.0/-1",
        "203.0.113.0/+8",
        "203.0.113/24",
        "203.0.113.0/24/1",
        "203.0.113.0/255.255.255.0",
        "::ffff:0.0.0.0/95",
        "203.0.113.0/ 24",
        ""
      })
  void refusesEverythingElse(String text) {
    assertThat(IpPrefix.parse(text)).isEmpty();
  }

  @Test
  void containsItsAddresses() {
    IpPrefix prefix = IpPrefix.parse("203.0.112.0/23").orElseThrow();
    assertThat(prefix.contains(IpAddress.parse("203.0.113.255").orElseThrow())).isTrue();
    assertThat(prefix.contains(IpAddress.parse("203.0.114.0").orElseThrow())).isFalse();
  }

  @Test
  void aV6RangeHoldsNoV4Address() {
    assertThat(
            IpPrefix.parse("::/0").orElseThrow().contains(IpAddress.parse("1.2.3.4").orElseThrow()))
        .isFalse();
  }
}
