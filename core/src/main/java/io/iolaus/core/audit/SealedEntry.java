package io.iolaus.core.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// An entry with its place in the chain.
///
/// @param hash SHA-256 of the 32 bytes of the hash before it (zeros for the first) followed by
///   {@link AuditEntry#bytes}; 64 hexadecimal digits
/// @param seal HMAC-SHA256 of that under the key, see {@link AuditKey}
public record SealedEntry(AuditEntry entry, String hash, String seal) {

  public SealedEntry {
    if (!AuditHead.isHash(hash)) {
      throw new IllegalArgumentException("a hash has 64 hexadecimal digits, was " + hash);
    }
  }

  /// The entry as the next one of a chain.
  ///
  /// @throws IllegalArgumentException if its number does not follow, or it names another key
  public static SealedEntry after(AuditHead head, AuditEntry entry, AuditKey key) {
    if (entry.seq() != head.seq() + 1) {
      throw new IllegalArgumentException("after " + head.seq() + " cannot come " + entry.seq());
    }
    if (!entry.key().equals(key.id())) {
      throw new IllegalArgumentException("the entry names another key: " + entry.key());
    }
    String hash = hash(head.hash(), entry);
    return new SealedEntry(entry, hash, key.sealEntry(hash));
  }

  /// The head of a chain that ends with this entry.
  public AuditHead head() {
    return new AuditHead(entry.seq(), hash);
  }

  static String hash(String before, AuditEntry entry) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(before));
      return HexFormat.of().formatHex(digest.digest(entry.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
