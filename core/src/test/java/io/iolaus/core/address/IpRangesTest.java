package io.iolaus.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "169.254.1.1",
        "0.1.2.3",
        "192.0.0.8",
        "192.88.99.1",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::/64",
        "fc00::/64",
        "fd12:3456::/64",
        "fe80::/64",
        "ff02::/64",
        "64:ff9b::/64",
        "100::/64",
        "2001::/64",
        "2001:2::/64",
        "2001:10::/64",
        "2002:a00::/64"
      })
  void privateReservedAndCarrierSharedAddressesShowNothing(String ip) {
    assertThat(IpRanges.isEvidence(ip)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
        "172.32.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "203.0.113.7", "2600::/64",
        "2001:db8::/64", "2a00:1450::/64", "2001:1::/64"
      })
  void publicAddressesAreEvidence(String ip) {
    assertThat(IpRanges.isEvidence(ip)).isTrue();
  }

  @Test
  void neighboursShareTheFirst24Or48Bits() {
    assertThat(IpRanges.neighbourhood("203.0.113.7")).isEqualTo("203.0.113.0/24");
    assertThat(IpRanges.neighbourhood("2001:db8:1:2::/64")).isEqualTo("2001:db8:1::/48");
  }

  @Test
  void aSubscriberIsAV4AddressOrAV6Slash64() {
    assertThat(IpRanges.subscriber(IpAddress.parse("203.0.113.7").orElseThrow()))
        .isEqualTo("203.0.113.7");
    assertThat(IpRanges.subscriber(IpAddress.parse("2001:db8:1:2:3::4").orElseThrow()))
        .isEqualTo("2001:db8:1:2::/64");
  }

  @Test
  void tellsVersionsApart() {
    assertThat(IpRanges.version("203.0.113.7")).isEqualTo(4);
    assertThat(IpRanges.version("2001:db8::/64")).isEqualTo(6);
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThatIllegalArgumentException().isThrownBy(() -> IpRanges.isEvidence("host"));
  }
}
