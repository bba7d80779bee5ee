package io.iolaus.core.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// A token as a program sends it: `iol_`, an id, a secret of 256 bits, and a checksum that tells a
/// token that was cut short or mistyped from one that is unknown, without asking anybody. The
/// beginning is there so that scanners find tokens where they do not belong.
///
/// @param id names the token, is no secret
/// @param secret is shown once
public record TokenText(String id, String secret) {

  private static final String PREFIX = "iol_";

  private static final int ID_BYTES = 10;

  private static final int SECRET_BYTES = 32;

  private static final Pattern FORM =
      Pattern.compile("(iol_([a-z2-7]{16})_([a-z2-7]{52}))([a-z2-7]{7})");

  /// A new one.
  public static TokenText generated() {
    SecureRandom random = new SecureRandom();
    byte[] bytes = new byte[ID_BYTES + SECRET_BYTES];
    random.nextBytes(bytes);
    return new TokenText(
        Base32.encode(Arrays.copyOf(bytes, ID_BYTES)),
        Base32.encode(Arrays.copyOfRange(bytes, ID_BYTES, bytes.length)));
  }

  /// Whether a text means to be a token.
  public static boolean looksLike(String text) {
    return text.startsWith(PREFIX);
  }

  /// The token that is written so, empty for what is none.
  public static Optional<TokenText> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() && checksum(matcher.group(1)).equals(matcher.group(4))
        ? Optional.of(new TokenText(matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /// As a program sends it.
  public String text() {
    String body = PREFIX + id + "_" + secret;
    return body + checksum(body);
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    return Base32.encode(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
  }

  @Override
  public String toString() {
    return PREFIX + id + "_…";
  }
}
