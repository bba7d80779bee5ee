package io.iolaus.sharing.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The public key that a site's signatures are checked with. May be shared by threads.
public final class VerificationKey {

  private final ECKey key;

  VerificationKey(ECKey key) {
    this.key = key;
  }

  /// Reads a public P-256 key as JWK (RFC 7517).
  ///
  /// @throws IllegalArgumentException for anything else
  public static VerificationKey parse(String json) {
    try {
      ECKey key = ECKey.parse(members(json));
      if (Curve.P_256.equals(key.getCurve())) {
        return new VerificationKey(key.toPublicJWK());
      }
    } catch (ParseException | IllegalStateException e) {
      throw new IllegalArgumentException("not a P-256 key as JWK (RFC 7517)", e);
    }
    throw new IllegalArgumentException("not a P-256 key as JWK (RFC 7517)");
  }

  /// Of the text `null` the library makes null.
  static Map<String, Object> members(String json) throws ParseException {
    @Nullable Map<String, Object> members = JSONObjectUtils.parse(json);
    if (members == null) {
      throw new ParseException("no JSON object", 0);
    }
    return members;
  }

  /// The key as JWK, one line.
  public String json() {
    return key.toJSONString();
  }

  /// The key as members of a JSON object.
  public Map<String, Object> members() {
    return key.toJSONObject();
  }

  /// What people compare and signatures name: SHA-256 of the key (RFC 7638), base64url.
  public String thumbprint() {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JVM has no SHA-256", e);
    }
  }

  /// Whether a detached JWS by ES256 is this key's, over exactly these bytes. A signature that is
  /// spelled in another way than {@link SigningKey#sign} spells it is none.
  public boolean verifies(String signature, byte[] bytes) {
    try {
      JWSObject jws = JWSObject.parse(signature, new Payload(bytes));
      return JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
          && respelled(jws).equals(signature)
          && jws.verify(new ECDSAVerifier(key));
    } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  /// The last digit of base64 has bits that nobody reads.
  private static String respelled(JWSObject jws) {
    return jws.getHeader().toBase64URL() + ".." + Base64URL.encode(jws.getSignature().decode());
  }
}
