package io.iolaus.core.audit;

import java.util.regex.Pattern;

/// Where a chain ends.
///
/// @param seq of the last entry, 0 where there is none
/// @param hash of the last entry: 64 hexadecimal digits, all 0 where there is none
public record AuditHead(long seq, String hash) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /// Before the first entry.
  public static final AuditHead NONE = new AuditHead(0, "0".repeat(64));

  public AuditHead {
    if (seq < 0) {
      throw new IllegalArgumentException("a head's number is 0 or more, was " + seq);
    }
    if (!isHash(hash)) {
      throw new IllegalArgumentException("a hash has 64 hexadecimal digits, was " + hash);
    }
  }

  static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }
}
