package io.iolaus.core.audit;

import io.iolaus.core.secret.SiteSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// What entries and anchors are sealed with. It is kept outside the database, so that whoever can
/// write there cannot make entries that pass for ours. Safe for use by several threads; shows
/// nothing of the key.
///
/// A seal is HMAC-SHA256 under a key of its purpose, which is HMAC-SHA256 of `iolaus/1/` and the
/// purpose under the 32 bytes of the key.
public final class AuditKey {

  private static final String ENTRY = "audit-entry";
  private static final String ANCHOR = "audit-anchor";
  private static final String ID = "audit-key-id";
  private static final int ID_DIGITS = 16;

  private final SiteSecret secret;
  private final String id;

  private AuditKey(SiteSecret secret) {
    this.secret = secret;
    this.id = hex(ID, "").substring(0, ID_DIGITS);
  }

  /// A key from its 32 bytes, which are copied.
  public static AuditKey of(byte[] key32) {
    return new AuditKey(SiteSecret.of(key32));
  }

  /// Tells keys apart: 16 hexadecimal digits that say nothing about the key.
  public String id() {
    return id;
  }

  /// The seal of an entry, over its hash: 64 hexadecimal digits.
  String sealEntry(String hash) {
    return hex(ENTRY, hash);
  }

  /// The seal of an anchor, over what it says.
  String sealAnchor(String text) {
    return hex(ANCHOR, text);
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private String hex(String purpose, String text) {
    return HexFormat.of().formatHex(secret.hmac(purpose, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "AuditKey " + id;
  }
}
