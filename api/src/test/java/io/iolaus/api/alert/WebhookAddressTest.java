package io.iolaus.api.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.0.1",
        "fe80::1",
        "0.0.0.0",
        "0.1.2.3",
        "::",
        "224.0.0.1",
        "ff02::1",
        "255.255.255.255",
        "100.100.100.200",
        "192.0.0.192",
        "fd00:ec2::254",
        "::ffff:169.254.169.254",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::169.254.169.254",
        "2002:a9fe:a9fe::1",
        "::169.254.169.254"
      })
  void nothingIsEverSentThere(String address) throws Exception {
    assertThat(WebhookAddress.forbidden(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "fd12::1",
        "::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::",
        "::127.0.0.1"
      })
  void theseArePrivate(String address) throws Exception {
    InetAddress parsed = InetAddress.getByName(address);
    assertThat(WebhookAddress.isPrivate(parsed)).isTrue();
    assertThat(WebhookAddress.forbidden(parsed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.9",
        "8.8.8.8",
        "2001:db8::1",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
        "172.32.0.1",
        "100.128.0.1"
      })
  void allElseIsNot(String address) throws Exception {
    InetAddress parsed = InetAddress.getByName(address);
    assertThat(WebhookAddress.isPrivate(parsed)).isFalse();
    assertThat(WebhookAddress.forbidden(parsed)).isFalse();
  }
}
