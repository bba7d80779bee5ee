package io.iolaus.api.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

  /// The worked example that stands in docs/alerts.md.
  @Test
  void signsTheExampleOfTheDocumentation() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("iolaus.root", "..")).resolve("docs/alerts.md"));
    String secret = found(page, "secret: +(\\S+)");
    String id = found(page, "webhook-id: +(\\S+)");
    String timestamp = found(page, "webhook-timestamp: +(\\S+)");
    String signature = found(page, "webhook-signature: +(\\S+)");
    String body = found(page, "body: +(\\S.*)");
    assertThat(
            new WebhookSecret(secret)
                .sign(id, Instant.ofEpochSecond(Long.parseLong(timestamp)), body))
        .isEqualTo(signature);
  }

  private static String found(String page, String pattern) {
    Matcher matcher = Pattern.compile("(?m)^" + pattern + "$").matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  @Test
  void refusesWhatIsNoSecret() {
    assertThatThrownBy(() -> new WebhookSecret("hello"))
        .hasMessageContaining("secrets/webhook.secret must be whsec_ and a key in base64")
        .hasMessageNotContaining("hello");
    assertThatThrownBy(() -> new WebhookSecret("whsec_!!")).hasMessageContaining("whsec_");
  }
}
