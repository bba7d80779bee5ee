package io.iolaus.core.secret;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret of one installation: turns values that must not be kept into keyed references that
/// can be compared.
///
/// Every purpose has a key of its own, derived from the secret (HMAC-SHA256, RFC 2104), so that a
/// reference made for one purpose says nothing about another. References are equal if and only if
/// secret, purpose and value are. Safe for use by several threads. The secret leaves this object in
/// no way; `toString` shows nothing of it.
public final class SiteSecret {

  /// Length of the secret in bytes.
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_BYTES = 16;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final Mac root;

  // Initialised, never updated: each call works on a clone, which costs less than asking the
  // provider again.
  private final ConcurrentMap<String, Mac> byPurpose = new ConcurrentHashMap<>();

  private SiteSecret(byte[] key) {
    root = initialised(key);
  }

  /// A secret from its 32 bytes, which are copied.
  public static SiteSecret of(byte[] key32) {
    if (key32.length != KEY_BYTES) {
      // The length alone: the bytes are the secret.
      throw new IllegalArgumentException(
          "a site secret has " + KEY_BYTES + " bytes, was " + key32.length);
    }
    return new SiteSecret(key32);
  }

  /// The 32 bytes of HMAC-SHA256 over `data` under the key of this purpose.
  public byte[] hmac(String purpose, byte[] data) {
    return copy(forPurpose(purpose)).doFinal(data);
  }

  /// The first eight bytes of {@link #hmac}, big-endian.
  public long hmac64(String purpose, byte[] data) {
    return (long) LONG.get(hmac(purpose, data), 0);
  }

  /// A keyed reference that may be stored and shown: `k1_` and 128 bits of {@link #hmac} over the
  /// UTF-8 bytes of `value` in base64url without padding, 25 characters together.
  public String token(String purpose, String value) {
    byte[] hmac = hmac(purpose, value.getBytes(StandardCharsets.UTF_8));
    return "k1_"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hmac, TOKEN_BYTES));
  }

  @Override
  public String toString() {
    return "SiteSecret";
  }

  private Mac forPurpose(String purpose) {
    Mac known = byPurpose.get(purpose);
    if (known != null) {
      return known;
    }
    return byPurpose.computeIfAbsent(
        purpose,
        name ->
            initialised(copy(root).doFinal(("iolaus/1/" + name).getBytes(StandardCharsets.UTF_8))));
  }

  private static Mac initialised(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static Mac copy(Mac mac) {
    try {
      return (Mac) mac.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this security provider cannot copy " + ALGORITHM, e);
    }
  }
}
