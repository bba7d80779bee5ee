package io.iolaus.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A secret of the installation itself, kept as its digest. It has 128 random bits: a plain digest
/// cannot be searched, and a request costs no slow hash.
final class Secret {

  private final byte[] digest;

  private Secret(byte[] digest) {
    this.digest = digest;
  }

  static Secret of(String text) {
    return new Secret(digest(text));
  }

  /// In the same time whatever is given.
  boolean is(String text) {
    return MessageDigest.isEqual(digest, digest(text));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
