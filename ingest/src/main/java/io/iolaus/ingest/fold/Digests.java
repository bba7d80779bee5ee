package io.iolaus.ingest.fold;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest of sources, segments and contents: SHA-256.
public final class Digests {

  private Digests() {}

  /// A new SHA-256.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// The digest of what was given so far; more can be given afterwards.
  public static byte[] peek(MessageDigest digest) {
    return copy(digest).digest();
  }

  /// A digest that goes on from here apart from this one.
  public static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this security provider cannot copy SHA-256", e);
    }
  }
}
