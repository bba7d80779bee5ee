package io.iolaus.api.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs messages as [Standard Webhooks](https://www.standardwebhooks.com) has it: HMAC-SHA256 over
/// `id.timestamp.body`.
final class WebhookSecret {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  /// @param text `whsec_` and the key in base64
  WebhookSecret(String text) {
    try {
      if (!text.startsWith(PREFIX)) {
        throw new IllegalArgumentException("it does not");
      }
      this.key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "secrets/webhook.secret must be whsec_ and a key in base64: put the right content back,"
              + " or remove the file",
          e);
    }
  }

  /// The value of `webhook-signature`.
  String sign(String id, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] signed =
          mac.doFinal(
              (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
