package io.iolaus.core.secret;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The secret of one installation: turns values that must not be kept into keyed references that
/// can be compared.
///
/// Every purpose has a key of its own, derived from the secret (HMAC-SHA256, RFC 2104), so that a
/// reference made for one purpose says nothing about another. References are equal if and only if
/// secret, purpose and value are. Safe for use by several threads. The secret leaves this object in
/// no way; `toString` shows nothing of it.
///
/// A secret that has followed on another one ([#followedBy]) still holds that one: fingerprints
/// made under it are told from strangers', and what {@link #token} gave can be renewed without the
/// value it stood for.
public final class SiteSecret {

  /// Length of the secret in bytes.
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_BYTES = 16;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final Mac root;
  private final @Nullable SiteSecret earlier;
  private final int generation;

  // Initialised, never updated: each call works on a clone, which costs less than asking the
  // provider again.
  private final ConcurrentMap<String, Mac> byPurpose = new ConcurrentHashMap<>();

  private SiteSecret(byte[] key, @Nullable SiteSecret earlier) {
    root = initialised(key);
    this.earlier = earlier;
    generation = earlier == null ? 1 : earlier.generation + 1;
  }

  /// A secret from its 32 bytes, which are copied.
  public static SiteSecret of(byte[] key32) {
    return new SiteSecret(checked(key32), null);
  }

  /// The secret that takes this one's place, and still knows it.
  public SiteSecret followedBy(byte[] key32) {
    return new SiteSecret(checked(key32), this);
  }

  /// The secret before this one.
  public Optional<SiteSecret> earlier() {
    return Optional.ofNullable(earlier);
  }

  private static byte[] checked(byte[] key32) {
    if (key32.length != KEY_BYTES) {
      // The length alone: the bytes are the secret.
      throw new IllegalArgumentException(
          "a site secret has " + KEY_BYTES + " bytes, was " + key32.length);
    }
    return key32;
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
  /// UTF-8 bytes of `value` in base64url without padding, 25 characters together. Under the second
  /// secret it is `k2_` and the same of what the first one gave, and so on: whoever guesses needs
  /// all of them.
  public String token(String purpose, String value) {
    String under = earlier == null ? value : earlier.token(purpose, value);
    return reference(purpose, under);
  }

  /// What this secret gives for the value that an earlier one gave this reference for.
  ///
  /// @param token what {@link #token} of this secret or an earlier one gave for this purpose
  /// @throws IllegalArgumentException if it is of none of them
  public String renewed(String purpose, String token) {
    if (token.startsWith(prefix())) {
      return token;
    }
    if (earlier == null) {
      throw new IllegalArgumentException("a reference under no secret of this site: " + token);
    }
    return reference(purpose, earlier.renewed(purpose, token));
  }

  private String reference(String purpose, String under) {
    byte[] hmac = hmac(purpose, under.getBytes(StandardCharsets.UTF_8));
    return prefix()
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hmac, TOKEN_BYTES));
  }

  /// What every {@link #token} of this secret begins with: it tells which secret in turn this is.
  public String prefix() {
    return "k" + generation + "_";
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
