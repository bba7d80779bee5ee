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

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 24, 203.0.113.0/24",
    "203.0.113.64/26, 24, 203.0.113.0/24",
    "203.0.112.0/22, 24, 203.0.112.0/24 203.0.113.0/24 203.0.114.0/24 203.0.115.0/24",
    "255.255.254.0/23, 24, 255.255.254.0/24 255.255.255.0/24",
    "203.0.113.4/31, 32, 203.0.113.4/32 203.0.113.5/32",
    "203.0.113.0/24, 0, 0.0.0.0/0",
    "2001:db8:0:1::/64, 48, 2001:db8::/48",
    "2001:db8::/47, 48, 2001:db8::/48 2001:db8:1::/48",
    "2001:db8::/63, 64, 2001:db8::/64 2001:db8:0:1::/64",
    "ffff:ffff:fffe::/47, 48, ffff:ffff:fffe::/48 ffff:ffff:ffff::/48",
  })
  void meetsRangesOfALength(String text, int length, String ranges) {
    assertThat(IpPrefix.parse(text).orElseThrow().ranges(length, 4).orElseThrow())
        .extracting(IpPrefix::toString)
        .containsExactly(ranges.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"203.0.112.0/21, 24", "0.0.0.0/0, 32", "::/0, 48", "2001:db8::/32, 48"})
  void saysWhenThereAreTooManyRanges(String text, int length) {
    assertThat(IpPrefix.parse(text).orElseThrow().ranges(length, 7)).isEmpty();
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
