package io.iolaus.api.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.lineage.LineageEvent.Kind;
import io.iolaus.cypher.alert.AlertRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AlertPropertiesTest {

  private static AlertProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("iolaus.alerts", AlertProperties.class);
  }

  @Test
  void nothingLeavesTheHouseUnlessSomebodySaysWhereTo() {
    AlertProperties properties = bound(Map.of());
    assertThat(properties.webhook().address()).isEmpty();
    assertThat(properties.mail().configured()).isFalse();
    assertThat(properties.rules()).isEqualTo(AlertRules.DEFAULT);
    assertThat(properties.pause()).isEqualTo(Duration.ofSeconds(5));
    assertThat(properties.giveUp()).isEqualTo(Duration.ofDays(1));
  }

  /// As they stand in application.yml, where nothing is set.
  @Test
  void emptyTextsAreNone() {
    AlertProperties properties =
        bound(
            Map.of(
                "iolaus.alerts.kinds", "",
                "iolaus.alerts.quiet", "",
                "iolaus.alerts.webhook.url", "",
                "iolaus.alerts.mail.host", "",
                "iolaus.alerts.mail.to", ""));
    assertThat(properties.rules()).isEqualTo(AlertRules.DEFAULT);
    assertThat(properties.webhook().address()).isEmpty();
    assertThat(properties.mail().configured()).isFalse();
  }

  @Test
  void bindsAll() {
    AlertProperties properties =
        bound(
            Map.ofEntries(
                Map.entry("iolaus.alerts.kinds", "born,dormant"),
                Map.entry("iolaus.alerts.states", "labelled,review"),
                Map.entry("iolaus.alerts.url", "https://iolaus.example"),
                Map.entry("iolaus.alerts.digest", "PT1H"),
                Map.entry("iolaus.alerts.quiet", "22:00-07:00"),
                Map.entry("iolaus.alerts.zone", "Europe/Berlin"),
                Map.entry("iolaus.alerts.pause", "PT1S"),
                Map.entry("iolaus.alerts.give-up", "PT3H"),
                Map.entry("iolaus.alerts.webhook.url", "https://soc.example/hook?a=b"),
                Map.entry("iolaus.alerts.webhook.allow-private", "true"),
                Map.entry("iolaus.alerts.webhook.timeout", "PT3S"),
                Map.entry("iolaus.alerts.mail.host", "mail.example"),
                Map.entry("iolaus.alerts.mail.port", "25"),
                Map.entry("iolaus.alerts.mail.username", "iolaus"),
                Map.entry("iolaus.alerts.mail.from", "Iolaus <iolaus@house.example>"),
                Map.entry("iolaus.alerts.mail.to", "a@house.example,b@house.example"),
                Map.entry("iolaus.alerts.mail.security", "tls")));
    assertThat(properties.rules().kinds()).containsExactlyInAnyOrder(Kind.BORN, Kind.DORMANT);
    assertThat(properties.times().digest()).isEqualTo(Duration.ofHours(1));
    assertThat(properties.webhook().address())
        .hasToString("Optional[https://soc.example/hook?a=b]");
    assertThat(properties.mail().to()).isEqualTo(List.of("a@house.example", "b@house.example"));
  }

  @Test
  void saysWhatIsWrong() {
    wrong("kinds", "borne", "kinds must be of born, grew");
    wrong("states", "good", "states must be of labelled, review");
    wrong("webhook.url", "ftp://x.example", "webhook.url must be an address as https://host/path");
    wrong("webhook.url", "http://user:secret@x.example", "without user and fragment");
    wrong("webhook.url", "file:///etc/passwd", "webhook.url must be an address");
    wrong("webhook.timeout", "PT10M", "webhook.timeout must be from");
    wrong("mail.host", "mail.example", "mail.from must be a mail address");
    wrong("give-up", "PT1S", "give-up must not be shorter");
  }

  private static void wrong(String name, String value, String message) {
    assertThatThrownBy(() -> bound(Map.of("iolaus.alerts." + name, value)))
        .isInstanceOf(BindException.class)
        .hasStackTraceContaining("iolaus.alerts.")
        .hasStackTraceContaining(message);
  }

  @Test
  void noHeaderCanBeSmuggledThroughAnAddress() {
    for (String address :
        List.of("a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "nobody", "")) {
      assertThatThrownBy(() -> MailAddresses.one("x", address)).hasMessageContaining("x must be");
    }
    assertThat(MailChannel.line("a\r\nb\u2028c\u0000 d")).isEqualTo("a b c d");
  }
}
