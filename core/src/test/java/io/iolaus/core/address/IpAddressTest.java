package io.iolaus.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddressString;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:DB8::A, 2001:db8::a",
    "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "::ffff:203.0.113.7, 203.0.113.7",
    "::FFFF:cb00:7107, 203.0.113.7",
    "0:0:0:0:0:ffff:203.0.113.7, 203.0.113.7",
    "::203.0.113.7, ::cb00:7107",
    "64:ff9b::203.0.113.7, 64:ff9b::cb00:7107",
  })
  void readsAndWritesTheCanonicalForm(String text, String canonical) {
    assertThat(IpAddress.parse(text)).map(IpAddress::toString).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.-4",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "010.0.0.1",
        "1.2.3.04",
        "00.0.0.0",
        "0x1.2.3.4",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.4:80",
        "1.2.3.4/24",
        "16909060",
        "١.2.3.4",
        "fe80::1%eth0",
        "fe80::1%1",
        "[::1]",
        "::1/64",
        ":",
        ":::",
        "1::2::3",
        ":1::2",
        "1::2:",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "1:2:3:4::5:6:7:8",
        "12345::",
        "::g",
        "::ffff:01.2.3.4",
        "::1.2.3",
        "1.2.3.4::",
        "::1.2.3.4:5",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1:2:3:4:5:6:1.2.3.4:8",
        "localhost",
        "２001:db8::1"
      })
  void refusesEverythingElse(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @Test
  void agreesWithAnotherLibraryOnRandomAddresses() {
    Random random = new Random(20261121);
    for (int i = 0; i < 20_000; i++) {
      long high = sparse(random);
      long low = sparse(random);
      IpAddress address = new IpAddress(high, low);
      String canonical = address.toString();
      assertThat(IpAddress.parse(canonical)).as("seed 20261121, %s", canonical).contains(address);
      if (!address.isV4()) {
        var other = new IPAddressString(canonical).getAddress().toIPv6();
        assertThat(canonical).isEqualTo(other.toCanonicalString());
        assertThat(IpAddress.parse(other.toFullString())).contains(address);
        assertThat(IpAddress.parse(other.toMixedString())).contains(address);
      }
    }
  }

  @Test
  void cutsAtAnyLength() {
    IpAddress address = IpAddress.parse("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff").orElseThrow();
    assertThat(address.truncatedTo(0)).hasToString("::");
    assertThat(address.truncatedTo(33)).hasToString("2001:db8:8000::");
    assertThat(address.truncatedTo(64)).hasToString("2001:db8:ffff:ffff::");
    assertThat(address.truncatedTo(65)).hasToString("2001:db8:ffff:ffff:8000::");
    assertThat(address.truncatedTo(128)).isEqualTo(address);
    assertThat(IpAddress.parse("203.0.113.255").orElseThrow().truncatedTo(25))
        .hasToString("203.0.113.128");
  }

  /// Many zero groups, where the short form is decided.
  private static long sparse(Random random) {
    long bits = random.nextLong();
    for (int shift = 0; shift < 64; shift += 16) {
      if (random.nextInt(3) > 0) {
        bits &= ~(0xffffL << shift);
      } else if (random.nextInt(4) == 0) {
        bits &= ~(0xfff0L << shift);
      }
    }
    return bits;
  }
}
