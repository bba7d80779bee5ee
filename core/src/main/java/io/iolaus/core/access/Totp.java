package io.iolaus.core.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords (RFC 6238) as authenticator apps make them: HMAC-SHA-1, 30
/// seconds, six digits. The secret leaves it by [#secret] and [#uri] alone; `toString` shows
/// nothing of it.
public final class Totp {

  private static final int STEP_SECONDS = 30;

  /// A clock may be off by one step either way.
  private static final int TOLERANCE = 1;

  /// As long as the digest (RFC 4226, section 4, R6).
  private static final int SECRET_BYTES = 20;

  private final byte[] secret;

  private Totp(byte[] secret) {
    this.secret = secret;
  }

  /// With a new random secret.
  public static Totp generated() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new Totp(secret);
  }

  /// From what [#secret] gave.
  public static Totp of(String secret) {
    return new Totp(Base32.decode(secret));
  }

  /// In Base32, for an app that cannot read the picture.
  public String secret() {
    return Base32.encode(secret).toUpperCase(Locale.ROOT);
  }

  /// What the picture for an app holds.
  ///
  /// @param issuer whose account it is
  /// @param account its name there
  public String uri(String issuer, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d"
        .formatted(escaped(issuer), escaped(account), secret(), escaped(issuer), STEP_SECONDS);
  }

  /// The step whose code this is, if it is one of now or next to it and later than the last one
  /// that was used.
  ///
  /// @param used the last step that was used, a negative number for none
  public OptionalLong step(String code, Instant now, long used) {
    long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
      boolean equal =
          MessageDigest.isEqual(
              code(step).getBytes(StandardCharsets.US_ASCII),
              code.getBytes(StandardCharsets.UTF_8));
      if (equal && step > used && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /// The code of a moment.
  public String code(Instant at) {
    return code(Math.floorDiv(at.getEpochSecond(), STEP_SECONDS));
  }

  private String code(long step) {
    return digits(step, 6);
  }

  /// RFC 4226, section 5.3.
  String digits(long step, int count) {
    byte[] hmac = hmac(step);
    int offset = hmac[hmac.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hmac).getInt(offset) & 0x7fffffff;
    String all = String.format(Locale.ROOT, "%010d", number);
    return all.substring(all.length() - count);
  }

  private byte[] hmac(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Totp totp && Arrays.equals(secret, totp.secret);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(secret);
  }

  @Override
  public String toString() {
    return "Totp";
  }
}
