package io.iolaus.core.access;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// What a password must be: long, and nothing that is tried first. No rules about kinds of
/// characters and no expiry (NIST SP 800-63B, sections 5.1.1.1 and 5.1.1.2).
public final class Passwords {

  /// In characters (code points).
  public static final int LEAST = 12;

  /// Longer ones only cost time.
  public static final int MOST = 256;

  private static final int LEAST_DIFFERENT = 5;

  /// Of the lists of passwords that leaked, what is long enough and passes the other rules.
  private static final Set<String> COMMON =
      Set.of(
          "123456789012",
          "1234567890123",
          "12345678901234",
          "123456789abc",
          "1q2w3e4r5t6y",
          "1q2w3e4r5t6y7u8i",
          "1qaz2wsx3edc",
          "1qaz2wsx3edc4rfv",
          "abcdefghijkl",
          "administrator",
          "changemeplease",
          "correcthorsebatterystaple",
          "iloveyou1234",
          "letmein12345",
          "password1234",
          "password12345",
          "password123456",
          "passwordpassword",
          "qwerty123456",
          "qwertyuiop12",
          "qwertyuiop123",
          "qwertyuiopasdfghjkl",
          "unbelievable",
          "welcome12345",
          "zaq12wsxcde3");

  private Passwords() {}

  /// The same password however a keyboard composed its characters (Unicode NFC): what is hashed.
  public static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /// The normalized password, if this user may have it.
  ///
  /// @throws IllegalArgumentException that says what to change, without the password
  public static String required(String name, String password) {
    String normal = normalized(password);
    int length = normal.codePointCount(0, normal.length());
    if (length < LEAST || length > MOST) {
      throw new IllegalArgumentException(
          "a password has %d..%d characters, this one has %d".formatted(LEAST, MOST, length));
    }
    String lower = normal.toLowerCase(Locale.ROOT);
    if (lower.replace(name, "").length() < LEAST / 2) {
      throw new IllegalArgumentException("a password must be more than the user's name");
    }
    if (lower.codePoints().distinct().count() < LEAST_DIFFERENT || COMMON.contains(lower)) {
      throw new IllegalArgumentException(
          "this password is among the first that are tried: choose another");
    }
    return normal;
  }

  /// A password for one use, 100 random bits: `k7dq-…` in groups of four.
  public static String generated() {
    byte[] random = new byte[13];
    new SecureRandom().nextBytes(random);
    return Base32.grouped(Base32.encode(random).substring(0, 20));
  }
}
