package io.iolaus.core.access;

import io.iolaus.core.secret.SiteSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key that what is secret of users is sealed under where it lies in the graph.
///
/// Sealing is AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits; whose value it is and
/// what for goes into the tag, so that a sealed value opens in its own place alone. Every purpose
/// has a key of its own. Safe for use by several threads; `toString` shows nothing.
public final class AccessKey {

  /// Length of the key in bytes.
  public static final int BYTES = 32;

  private static final String FORM = "s1.";

  private static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  private static final String CIPHER = "AES/GCM/NoPadding";

  private final SiteSecret root;
  private final SecretKeySpec sealing;
  private final SecureRandom random = new SecureRandom();

  private AccessKey(byte[] key) {
    this.root = SiteSecret.of(key);
    this.sealing = new SecretKeySpec(root.hmac("access-seal", new byte[0]), "AES");
  }

  /// From its 32 bytes.
  public static AccessKey of(byte[] key32) {
    return new AccessKey(key32);
  }

  /// The text, readable for who has the key and knows whose it is.
  ///
  /// @param owner id of whose it is
  /// @param field what it is
  public String seal(String owner, String field, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, owner, field)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
      return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + CIPHER, e);
    }
  }

  /// What was sealed.
  ///
  /// @throws UnsealException if it was sealed under another key, for another owner or field, or was
  ///   changed since
  public String open(String owner, String field, String sealed) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(sealed.substring(FORM.length()));
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, nonce, owner, field)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (AEADBadTagException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new UnsealException(owner, field, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + CIPHER, e);
    }
  }

  /// A keyed digest of a random secret: nobody without the key can tell whether a guess is right.
  public String digest(String purpose, String secret) {
    byte[] hmac = root.hmac("access-" + purpose, secret.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac);
  }

  private Cipher cipher(int mode, byte[] nonce, String owner, String field)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    // No id or field holds the character between them.
    cipher.updateAAD((owner + "\n" + field).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return "AccessKey";
  }
}
