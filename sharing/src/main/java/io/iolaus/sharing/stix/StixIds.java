package io.iolaus.sharing.stix;

import io.iolaus.core.secret.SiteSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids of STIX objects.
///
/// Ids of our own objects are the same in every export and show nothing of what they are made from:
/// they are cut from an HMAC under the site secret, in the shape of a version 4 UUID, as STIX wants
/// it for objects that are not observables. A plain digest would not do: whoever guesses the
/// internal id could check the guess.
final class StixIds {

  /// The namespace of STIX for observables (STIX 2.1, section 2.9).
  private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  private static final char SEPARATOR = '\u001f';
  private static final int ALIAS_LENGTH = 8;
  // Crockford's digits: none can be taken for another, and no word comes out.
  private static final String ALIAS_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final SiteSecret secret;

  StixIds(SiteSecret secret) {
    this.secret = secret;
  }

  /// The id of our object of this type that stands for `what`.
  String own(String type, String... what) {
    byte[] hmac = hmac("stix-id", type + SEPARATOR + String.join(String.valueOf(SEPARATOR), what));
    return type + "--" + shaped(hmac, 4);
  }

  /// The name under which others know a cluster.
  String alias(String cluster) {
    byte[] hmac = hmac("stix-alias", cluster);
    StringBuilder alias = new StringBuilder("IOL-");
    for (int i = 0; i < ALIAS_LENGTH; i++) {
      alias.append(ALIAS_DIGITS.charAt(hmac[i] & 31));
    }
    return alias.toString();
  }

  /// The id that STIX prescribes for an observable: version 5 over the canonical JSON (RFC 8785) of
  /// the properties that make it up. Only for values that stand in the bundle anyway: such an id
  /// gives its value away.
  static String observable(String type, String canonicalJson) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(OBSERVABLES.getMostSignificantBits())
              .putLong(OBSERVABLES.getLeastSignificantBits())
              .array());
      return type + "--" + shaped(sha1.digest(canonicalJson.getBytes(StandardCharsets.UTF_8)), 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private byte[] hmac(String purpose, String text) {
    return secret.hmac(purpose, text.getBytes(StandardCharsets.UTF_8));
  }

  private static UUID shaped(byte[] digest, int version) {
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    long high = (bytes.getLong() & ~0xf000L) | (long) version << 12;
    long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
